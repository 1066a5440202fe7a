"""Fewer than 15 headache days for three months in a row."""

import pytest

from diary.clinical.count import Verdict
from tests.clinical.rules.cases import judged
from tests.diaries import a_month


@pytest.mark.parametrize(("days", "verdict"), [(14, Verdict.MET), (15, Verdict.NOT_MET)])
def test_each_month_stays_below_the_threshold(days: int, verdict: Verdict) -> None:
    months = [a_month(f"2026-0{n}", days, 0) for n in (1, 2, 3)]
    judgement = judged("botox_stop_worked_nice", *months, on="2026-03-31", sessions=("2025-12-01",))
    assert judgement.verdict is verdict
