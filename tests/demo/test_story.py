"""The invented story shows what the diary is for, whenever it is told."""

from datetime import date

import pytest

from diary.clinical.botox import course_of
from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure
from diary.clinical.period import Month
from diary.clinical.response import response_to
from diary.demo.story import DAYS, tell_days, tell_preventives, tell_sessions
from diary.exporters.formats.diary_csv import write_diary_csv
from diary.importers.sources.diary_csv import read_diary_csv

TODAYS = [date(2026, 11, 21), date(2027, 3, 1), date(2028, 2, 29), date(2026, 12, 31)]


@pytest.fixture(params=TODAYS, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """The story as told on one of several days."""
    today: date = request.param
    return Case(
        Diary(tell_days(today)),
        on=today,
        sessions=tell_sessions(today),
        preventives=tell_preventives(today),
    )


def test_it_tells_two_years_with_gaps_up_to_today(case: Case) -> None:
    recorded = [day.date for day in case.diary]
    assert recorded[-1] == case.on
    assert (case.on - recorded[0]).days > DAYS - 30
    assert 20 < DAYS - len(recorded) < 70


def test_it_is_the_same_story_every_time(case: Case) -> None:
    assert list(tell_days(case.on)) == list(case.diary)


def test_it_can_be_exported_and_imported_again(case: Case) -> None:
    assert read_diary_csv(write_diary_csv(case.diary)).items == tuple(case.diary)


def test_medicines_are_too_many_for_months_and_then_no_longer(case: Case) -> None:
    over = [month.medication_overuse is Verdict.MET for month in case.months]
    assert sum(over) >= 5
    assert not any(over[-9:])


def test_the_months_before_botox_reach_the_counts_of_chronic_migraine(case: Case) -> None:
    before = Month.of(case.sessions[0].date).plus(-1)
    assert case.month(before).verdict(Measure.HEADACHE_DAYS) is Verdict.MET


def test_three_cycles_show_onset_and_wearing_off(case: Case) -> None:
    course = course_of(case.diary, case.sessions, case.on)
    assert course is not None
    assert course.has_usable_baseline
    assert [cycle.wearing_off for cycle in course.cycles[:2]] == [Verdict.MET, Verdict.MET]
    first, second = course.cycles[1].blocks[:2]
    assert second.headache_rate.upper < first.headache_rate.lower
    assert len(course.cycles) == 3


def test_the_second_cycle_ends_with_a_reduction_that_can_be_told(case: Case) -> None:
    course = course_of(case.diary, case.sessions, case.on)
    assert course is not None
    response = response_to(case.diary, course)
    assert response is not None
    assert response.reduction(Measure.HEADACHE_DAYS).reaches(30) is Verdict.MET
