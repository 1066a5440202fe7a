"""The bands of trials: 30, 50, 75 and 100 % fewer headache days."""

from datetime import date, timedelta

import pytest

from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement
from diary.clinical.period import days_from
from tests.clinical.rules.cases import judged
from tests.diaries import days_of

RULE = "botox_response_bands"
SESSIONS = ("2025-12-01", "2026-02-23")
BEFORE = days_from(date(2025, 11, 3), 28)
AFTER = days_from(date(2026, 4, 20), 28)


def after(headache_days: int, recorded: int | None = None, on: date = AFTER.last) -> Judgement:
    days = days_of(AFTER, headache_days, recorded=recorded)
    return judged(RULE, days_of(BEFORE, 20), days, on=str(on), sessions=SESSIONS)


@pytest.mark.parametrize(
    ("headache_days", "reached"),
    [(15, []), (14, [30]), (11, [30]), (10, [30, 50]), (5, [30, 50, 75]), (0, [30, 50, 75, 100])],
)
def test_each_band_has_its_own_verdict(headache_days: int, reached: list[int]) -> None:
    judgement = after(headache_days)
    met = [g.name for g in judgement.grounds if g.verdict is Verdict.MET]
    assert met == [f"Band of {band}\u00a0%" for band in reached]
    assert judgement.verdict is (Verdict.MET if reached else Verdict.NOT_MET)


def test_the_highest_band_is_said() -> None:
    assert "certainly reached is 50\u00a0%" in after(10).statement
    assert "No band" in after(15).statement


def test_missing_days_leave_a_band_open() -> None:
    assert after(11, recorded=24).verdict is Verdict.CANNOT_TELL


def test_it_waits_for_the_end_of_the_second_cycle() -> None:
    early = after(0, on=AFTER.last - timedelta(days=1))
    assert early.verdict is Verdict.CANNOT_TELL
    assert "not complete" in early.statement
