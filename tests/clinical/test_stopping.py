"""The stopping rules, as bounds allow."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay
from diary.clinical.period import days_from
from diary.clinical.reduction import UNKNOWN_REDUCTION, Reduction
from diary.clinical.stopping import in_percent, judge_too_little_reduction, judge_worked
from diary.clinical.treatment import BotoxSession
from tests.diaries import a_diary, a_month, days_of

MET, NOT_MET, CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
FIRST = date(2025, 12, 1)
SESSIONS = [BotoxSession(date=FIRST + timedelta(days=84 * n)) for n in range(3)]


def last_days_of_cycle(number: int) -> date:
    return FIRST + timedelta(days=84 * number - 28)


def course(
    after_two: int, after_three: int | None = None, baseline: int = 20, recorded: int = 28
) -> list[DiaryDay]:
    days = days_of(days_from(FIRST - timedelta(days=28), 28), baseline, recorded=recorded)
    days += days_of(days_from(last_days_of_cycle(2), 28), after_two)
    if after_three is not None:
        days += days_of(days_from(last_days_of_cycle(3), 28), after_three)
    return days


def case(days: list[DiaryDay], on: date, sessions: list[BotoxSession] | None = None) -> Case:
    return Case(a_diary(days), on=on, sessions=SESSIONS if sessions is None else sessions)


END_OF_TWO = FIRST + timedelta(days=167)
END_OF_THREE = FIRST + timedelta(days=251)


@pytest.mark.parametrize(
    ("baseline", "after", "verdict"),
    [(20, 14, NOT_MET), (17, 12, MET), (20, 25, MET), (20, 0, NOT_MET)],
)
def test_less_than_30_percent_after_two_cycles(baseline: int, after: int, verdict: Verdict) -> None:
    found = judge_too_little_reduction(case(course(after, baseline=baseline), END_OF_TWO), (2,))
    assert found.verdict is verdict


def test_the_statement_names_the_change() -> None:
    found = judge_too_little_reduction(case(course(25), END_OF_TWO), (2,))
    assert "25.0\u00a0% more" in found.statement


def test_an_open_change_is_said_as_a_range() -> None:
    days = [day for n, day in enumerate(course(11)) if n < 28 or n > 31]
    found = judge_too_little_reduction(case(days, END_OF_TWO), (2,))
    assert found.verdict is NOT_MET
    days = [day for n, day in enumerate(course(11)) if n < 52]
    found = judge_too_little_reduction(case(days, END_OF_TWO), (2,))
    assert "25.0\u00a0% to 45.0\u00a0% fewer" in found.statement
    assert found.verdict is CANNOT_TELL


def test_the_rule_waits_for_the_end_of_the_cycle() -> None:
    early = judge_too_little_reduction(case(course(20), END_OF_TWO - timedelta(days=1)), (2,))
    assert early.verdict is CANNOT_TELL
    assert "not complete" in early.statement


def test_without_a_session_nothing_can_be_told() -> None:
    untreated = case(course(20), END_OF_TWO, sessions=[])
    assert judge_too_little_reduction(untreated, (2,)).verdict is CANNOT_TELL
    assert judge_worked(untreated, 15).verdict is CANNOT_TELL


def test_without_a_usable_baseline_nothing_can_be_told() -> None:
    found = judge_too_little_reduction(case(course(20, recorded=19), END_OF_TWO), (2,))
    assert found.verdict is CANNOT_TELL
    assert "not known" in found.statement
    assert found.open_points == ("Not enough days recorded before the first session.",)


def test_the_third_cycle_is_preferred_once_it_is_complete() -> None:
    days = course(after_two=20, after_three=5)
    before = case(days, END_OF_THREE - timedelta(days=1))
    assert judge_too_little_reduction(before, (3, 2)).verdict is MET
    assert judge_too_little_reduction(case(days, END_OF_THREE), (3, 2)).verdict is NOT_MET


def months(*headache_days: int, recorded: int | None = None) -> list[DiaryDay]:
    return [
        day
        for number, days in enumerate(headache_days, start=1)
        for day in a_month(f"2026-{number:02d}", days, 0, recorded=recorded)
    ]


@pytest.mark.parametrize(
    ("headache_days", "nice", "ehf"),
    [
        ((14, 12, 13), MET, NOT_MET),
        ((15, 12, 13), NOT_MET, NOT_MET),
        ((9, 9, 9), MET, MET),
        ((9, 10, 9), MET, NOT_MET),
    ],
)
def test_worked_case_27_few_enough_days_for_three_months(
    headache_days: tuple[int, ...], nice: Verdict, ehf: Verdict
) -> None:
    found = case(months(*headache_days), date(2026, 3, 31))
    assert judge_worked(found, 15).verdict is nice
    assert judge_worked(found, 10).verdict is ehf


def test_incomplete_months_leave_it_open() -> None:
    found = case(months(9, 9, 9, recorded=20), date(2026, 3, 31))
    assert judge_worked(found, 15).verdict is CANNOT_TELL


def test_the_running_month_takes_no_part() -> None:
    found = case(months(14, 12, 13, 20), date(2026, 4, 29))
    assert judge_worked(found, 15).verdict is MET
    assert "2026-04" not in judge_worked(found, 15).statement


@pytest.mark.parametrize(("session", "verdict"), [("2026-01-01", MET), ("2026-01-02", CANNOT_TELL)])
def test_all_three_months_begin_on_or_after_the_first_session(
    session: str, verdict: Verdict
) -> None:
    given = [BotoxSession(date=date.fromisoformat(session))]
    assert judge_worked(case(months(3, 3, 3), date(2026, 3, 31), given), 15).verdict is verdict


def test_in_a_narrow_cell_fewer_days_are_a_minus() -> None:
    change = Reduction(least=Fraction(25, 100), most=Fraction(45, 100))
    assert in_percent(change) == "-45.0\u00a0% to -25.0\u00a0%"
    more = Fraction(-1, 8)
    assert in_percent(Reduction(least=more, most=more)) == "+12.5\u00a0%"
    assert in_percent(UNKNOWN_REDUCTION) == "not known"
