"""The European stopping rule looks at the third cycle once it is complete."""

from datetime import date, timedelta

import pytest

from diary.clinical.count import Verdict
from diary.clinical.period import days_from
from tests.clinical.rules.cases import judged
from tests.diaries import days_of

FIRST = date(2025, 12, 1)
SESSIONS = ("2025-12-01", "2026-02-23", "2026-05-18")
END_OF_TWO, END_OF_THREE = FIRST + timedelta(days=167), FIRST + timedelta(days=251)


@pytest.mark.parametrize(
    ("on", "cycle", "verdict"),
    [
        (END_OF_TWO, "cycle 2", Verdict.MET),
        (END_OF_THREE - timedelta(days=1), "cycle 2", Verdict.MET),
        (END_OF_THREE, "cycle 3", Verdict.NOT_MET),
    ],
)
def test_the_third_cycle_decides_once_complete(on: date, cycle: str, verdict: Verdict) -> None:
    before = days_of(days_from(FIRST - timedelta(days=28), 28), 20)
    second = days_of(days_from(END_OF_TWO - timedelta(days=27), 28), 15)
    third = days_of(days_from(END_OF_THREE - timedelta(days=27), 28), 14)
    judgement = judged(
        "botox_stop_not_enough_ehf",
        before,
        second,
        third,
        on=on.isoformat(),
        sessions=SESSIONS,
    )
    assert judgement.verdict is verdict
    assert cycle in judgement.statement
