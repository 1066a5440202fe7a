"""The response to Botox against baseline, and the Hull criteria."""

from datetime import date, timedelta

import pytest

from diary.clinical.botox import course_of
from diary.clinical.count import Verdict
from diary.clinical.day import AuraCharacteristic, DiaryDay
from diary.clinical.measure import SIX_MEASURES, Measure, count_days
from diary.clinical.period import days_from, four_weeks_ending
from diary.clinical.reduction import UNKNOWN_REDUCTION
from diary.clinical.response import (
    Comparison,
    compare_before_and_after,
    compare_with_recent,
    response_around_session,
    response_over_twelve_weeks,
    response_to,
)
from diary.clinical.treatment import BotoxSession
from tests.diaries import a_clear_day, a_diary, days_of

FIRST = date(2025, 12, 1)
BASELINE = days_from(FIRST - timedelta(days=28), 28)
AFTER = days_from(FIRST + timedelta(days=140), 28)


def compared(before: list[DiaryDay], after: list[DiaryDay]) -> Comparison:
    diary = a_diary(before, after)
    course = course_of(diary, [BotoxSession(date=FIRST)], AFTER.last)
    assert course is not None
    return compare_before_and_after(course, count_days(diary, AFTER))


@pytest.mark.parametrize(
    ("before", "after", "hull"),
    [
        ((20, 10, 28), (10, 10, 28), Verdict.MET),
        ((20, 10, 28), (20, 5, 28), Verdict.MET),
        ((20, 10, 28), (12, 6, 28), Verdict.MET),
        ((20, 10, 28), (13, 6, 28), Verdict.NOT_MET),
        ((20, 10, 28), (11, 6, 20), Verdict.CANNOT_TELL),
        ((22, 10, 26), (18, 9, 28), Verdict.CANNOT_TELL),
        ((28, 10, 28), (15, 6, 28), Verdict.NOT_MET),
        ((0, 0, 28), (0, 0, 28), Verdict.NOT_MET),
        ((20, 10, 19), (0, 0, 28), Verdict.CANNOT_TELL),
    ],
)
def test_the_hull_criteria(
    before: tuple[int, int, int], after: tuple[int, int, int], hull: Verdict
) -> None:
    stretches = [
        days_of(period, headache, migraine, recorded=recorded)
        for period, (headache, migraine, recorded) in ((BASELINE, before), (AFTER, after))
    ]
    assert compared(*stretches).hull is hull


def test_clear_days_cannot_be_called_doubled_when_perhaps_there_were_none() -> None:
    blank = [DiaryDay(date=on, headache=True) for on in list(BASELINE)[:27]]
    before = [*blank[:27], *days_of(days_from(BASELINE.last, 1), recorded=0)]
    comparison = compared(before, days_of(AFTER, 15, 15))
    clear = comparison.before[Measure.CRYSTAL_CLEAR_DAYS]
    assert (clear.lower, clear.upper) == (0, 1)
    assert comparison.hull is Verdict.CANNOT_TELL


def test_hull_cannot_be_told_when_no_part_is_defined() -> None:
    one = frozenset({AuraCharacteristic.POSITIVE})
    before = [a_clear_day(on, aura=True, aura_characteristics=one) for on in BASELINE]
    assert compared(before, days_of(AFTER, 3)).hull is Verdict.CANNOT_TELL


def test_without_a_usable_baseline_every_reduction_is_unknown() -> None:
    comparison = compared(days_of(BASELINE, 10, recorded=19), days_of(AFTER, 1))
    assert {comparison.reduction(measure) for measure in SIX_MEASURES} == {UNKNOWN_REDUCTION}


def test_all_six_measures_are_compared() -> None:
    comparison = compared(days_of(BASELINE, 20, 10), days_of(AFTER, 10, 10))
    fell = {measure.value: comparison.reduction(measure).least for measure in SIX_MEASURES}
    assert {name: least and float(least) for name, least in fell.items()} == {
        "headache_days": 0.5,
        "migraine_days": 0.0,
        "moderate_or_severe_days": 0.0,
        "headache_minutes": 0.5,
        "acute_medication_days": None,
        "crystal_clear_days": -1.25,
    }


def test_the_response_waits_for_the_end_of_the_second_cycle() -> None:
    second = FIRST + timedelta(days=84)
    given = [BotoxSession(date=FIRST), BotoxSession(date=second)]
    diary = a_diary(days_of(BASELINE, 20), days_of(AFTER, 10))
    complete = course_of(diary, given, second + timedelta(days=83))
    running = course_of(diary, given, second + timedelta(days=82))
    assert complete is not None
    assert running is not None
    assert response_to(diary, running) is None
    response = response_to(diary, complete)
    assert response is not None
    assert response.reduction(Measure.HEADACHE_DAYS).reaches(50) is Verdict.MET


def test_the_twelve_weeks_end_with_day_83_or_before_an_early_session_or_today() -> None:
    early = [BotoxSession(date=FIRST), BotoxSession(date=FIRST + timedelta(days=77))]
    course = course_of(a_diary(), early, FIRST + timedelta(days=100))
    assert course is not None
    lengths = [len(response_over_twelve_weeks(a_diary(), course, n).after) for n in (1, 2)]
    assert lengths == [77, 24]
    whole = course_of(a_diary(), [BotoxSession(date=FIRST)], FIRST + timedelta(days=100))
    assert whole is not None
    assert len(response_over_twelve_weeks(a_diary(), whole, 1).after) == 84


@pytest.mark.parametrize(("recorded", "usable"), [(19, False), (20, True)])
def test_around_a_session_the_four_weeks_before_it_are_the_baseline(
    recorded: int, usable: bool
) -> None:
    second = FIRST + timedelta(days=84)
    before = days_from(second - timedelta(days=28), 28)
    diary = a_diary(days_of(before, 10, recorded=recorded), days_of(days_from(second, 28), 5))
    sessions = [BotoxSession(date=FIRST), BotoxSession(date=second)]
    course = course_of(diary, sessions, second + timedelta(days=40))
    assert course is not None
    around = response_around_session(diary, course, 2)
    assert (around.before.period, around.after.period) == (before, days_from(second, 28))
    assert around.usable is usable


@pytest.mark.parametrize(("days", "is_compared"), [(26, False), (27, True)])
def test_the_last_28_days_wait_until_all_of_them_lie_after_the_first_session(
    days: int, is_compared: bool
) -> None:
    on = FIRST + timedelta(days=days)
    diary = a_diary(days_of(BASELINE, 20, 10), days_of(days_from(FIRST, 28), 10, 5))
    recent = count_days(diary, four_weeks_ending(on))
    course = course_of(diary, [BotoxSession(date=FIRST)], on)
    compared = compare_with_recent(course, recent)
    assert (compared is not None) is is_compared
    assert compared is None or compared.after is recent
    assert compare_with_recent(None, recent) is None
