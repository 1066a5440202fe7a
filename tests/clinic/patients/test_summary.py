"""One diary in one row: the windows it rests on hold all that is needed, and both sides of its words."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.clinic.patients.summary import Summary, windows_of
from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.period import A_DAY, Period
from diary.clinical.reduction import UNKNOWN_REDUCTION
from diary.clinical.treatment import BotoxSession
from tests.diaries import a_day, days_of, took
from tests.reports.some_days import KINDS

FIRST = date(2026, 1, 5)
BEFORE = Period(FIRST - timedelta(days=28), FIRST - A_DAY)


def sessions(*days: int) -> list[BotoxSession]:
    """A session so many days after the first."""
    return [BotoxSession(date=FIRST + timedelta(days=number)) for number in days]


def columns(diary: Diary, given: list[BotoxSession], on: date) -> dict[str, Any]:
    return dict(Summary.of(diary, given, on).columns())


def around_the_sessions() -> st.SearchStrategy[list[DiaryDay]]:
    """Days of every kind from before the first session to long after it, each once."""
    dates = st.integers(-60, 500).map(lambda number: FIRST + timedelta(days=number))
    kinds = st.dictionaries(dates, st.sampled_from(KINDS), max_size=40)
    return kinds.map(lambda by_date: [kind(on) for on, kind in by_date.items() if kind])


@given(
    days=around_the_sessions(),
    given=st.lists(st.integers(0, 400), unique=True, max_size=4),
    later=st.integers(0, 500),
)
def test_the_windows_hold_all_that_a_summary_needs(
    days: list[Any], given: list[int], later: int
) -> None:
    treated = sorted(sessions(*given), key=lambda session: session.date)
    on = FIRST + timedelta(days=later)
    windows = windows_of(treated, on)
    kept = Diary(day for day in days if any(day.date in window for window in windows))
    assert columns(kept, treated, on) == columns(Diary(days), treated, on)


def test_a_diary_without_sessions_has_no_cycle_and_no_change() -> None:
    found = columns(Diary(days_of(BEFORE, headache_days=10)), [], BEFORE.last)
    assert (found["headache_lower"], found["headache_upper"], found["recorded"]) == (10, 10, 28)
    assert [found[name] for name in ("cycle", "week", "next_due", "most_change")] == [None] * 4


@pytest.mark.parametrize(("days", "is_known"), [(26, False), (27, True)])
def test_a_change_is_told_once_the_last_28_days_lie_after_the_first_session(
    days: int, is_known: bool
) -> None:
    diary = Diary(days_of(BEFORE, headache_days=20))
    change = Summary.of(diary, sessions(0), FIRST + timedelta(days=days)).change
    assert (change != UNKNOWN_REDUCTION) is is_known


@pytest.mark.parametrize(("recorded", "is_known"), [(19, False), (20, True)])
def test_a_change_needs_a_baseline(recorded: int, is_known: bool) -> None:
    diary = Diary([a_day(day) for day in list(BEFORE)[:recorded]])
    change = Summary.of(diary, sessions(0), FIRST + timedelta(days=60)).change
    assert (change != UNKNOWN_REDUCTION) is is_known


@pytest.mark.parametrize(("days", "week"), [(0, 1), (6, 1), (7, 2), (84, 13)])
def test_the_session_day_begins_week_1(days: int, week: int) -> None:
    assert Summary.of(Diary(()), sessions(0), FIRST + timedelta(days=days)).week == week


@pytest.mark.parametrize(("days", "verdict"), [(9, Verdict.NOT_MET), (10, Verdict.MET)])
def test_overuse_looks_at_the_last_complete_month(days: int, verdict: Verdict) -> None:
    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    diary = Diary(a_day(day, doses=took("sumatriptan") if day.day <= days else ()) for day in march)
    assert Summary.of(diary, [], date(2026, 4, 10)).overuse is verdict


@pytest.mark.parametrize(("after", "verdict"), [(14, Verdict.NOT_MET), (15, Verdict.MET)])
def test_below_30_looks_at_the_end_of_the_second_cycle(after: int, verdict: Verdict) -> None:
    end = FIRST + timedelta(days=2 * 84 - 1)
    diary = Diary(
        [
            *days_of(BEFORE, headache_days=20),
            *days_of(Period(end - timedelta(days=27), end), headache_days=after),
        ]
    )
    assert Summary.of(diary, sessions(0, 84), end).below_30 is verdict
    assert Summary.of(diary, sessions(0, 84), end - A_DAY).below_30 is Verdict.CANNOT_TELL


def test_the_numbers_are_those_of_the_pages() -> None:
    diary = Diary(days_of(BEFORE, headache_days=12))
    case = Case(diary, on=BEFORE.last)
    assert Summary.of(diary, [], BEFORE.last).case.month(case.last_complete_month) == case.month(
        case.last_complete_month
    )
