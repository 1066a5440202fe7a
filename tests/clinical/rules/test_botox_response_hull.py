"""Hull: half the headache days, or half the migraine days, or twice the crystal-clear days."""

from datetime import date, timedelta

import pytest

from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement
from diary.clinical.period import days_from
from tests.clinical.rules.cases import judged
from tests.diaries import days_of

RULE = "botox_response_hull"
SESSIONS = ("2025-12-01", "2026-02-23")
BEFORE = days_from(date(2025, 11, 3), 28)
AFTER = days_from(date(2026, 4, 20), 28)


def after(headache_days: int, migraine_days: int, on: date = AFTER.last) -> Judgement:
    before = days_of(BEFORE, 20, 10)
    days = days_of(AFTER, headache_days, migraine_days)
    return judged(RULE, before, days, on=str(on), sessions=SESSIONS)


@pytest.mark.parametrize(
    ("headache_days", "migraine_days", "verdict"),
    [
        (13, 6, Verdict.NOT_MET),
        (10, 6, Verdict.MET),
        (13, 5, Verdict.MET),
        (12, 6, Verdict.MET),
    ],
)
def test_any_of_the_three_is_enough(
    headache_days: int, migraine_days: int, verdict: Verdict
) -> None:
    assert after(headache_days, migraine_days).verdict is verdict


def test_all_three_are_shown_with_their_days() -> None:
    judgement = after(13, 6)
    assert "8 of 28 days before, 15 of 28 days after" in judgement.statement
    assert len([ground for ground in judgement.grounds if ground.count]) == 6


def test_it_waits_for_the_end_of_the_second_cycle() -> None:
    assert after(0, 0, AFTER.last - timedelta(days=1)).verdict is Verdict.CANNOT_TELL


def test_without_enough_days_before_it_cannot_tell() -> None:
    before = days_of(BEFORE, 15, recorded=19)
    judgement = judged(RULE, before, days_of(AFTER), on=str(AFTER.last), sessions=SESSIONS)
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert judgement.open_points
