"""NICE's stopping rule looks at the end of the second cycle."""

from datetime import date, timedelta

import pytest

from diary.clinical.count import Verdict
from diary.clinical.period import days_from
from tests.clinical.rules.cases import judged
from tests.diaries import days_of

FIRST = date(2025, 12, 1)
END = FIRST + timedelta(days=167)


@pytest.mark.parametrize(("after", "verdict"), [(14, Verdict.NOT_MET), (15, Verdict.MET)])
def test_exactly_30_percent_is_enough(after: int, verdict: Verdict) -> None:
    before = days_of(days_from(FIRST - timedelta(days=28), 28), 20)
    last = days_of(days_from(END - timedelta(days=27), 28), after)
    judgement = judged(
        "botox_stop_not_enough_nice",
        before,
        last,
        on=END.isoformat(),
        sessions=("2025-12-01", "2026-02-23"),
    )
    assert judgement.verdict is verdict
    assert "cycle 2" in judgement.statement
