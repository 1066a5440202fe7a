"""The overuse-headache pattern asks for overuse and 15 headache days in the same months."""

import pytest

from diary.clinical.count import Verdict
from tests.clinical.rules.cases import judged
from tests.diaries import a_month, with_doses

RULE = "medication_overuse_headache"


@pytest.mark.parametrize(
    ("headache_days", "triptan_days", "verdict"),
    [
        (15, 10, Verdict.MET),
        (20, 10, Verdict.MET),
        (14, 10, Verdict.NOT_MET),
        (15, 9, Verdict.NOT_MET),
    ],
)
def test_worked_case_19_both_are_asked(
    headache_days: int, triptan_days: int, verdict: Verdict
) -> None:
    months = [
        with_doses(a_month(f"2026-0{n}", headache_days), {"sumatriptan": range(triptan_days)})
        for n in (1, 2, 3, 4)
    ]
    assert judged(RULE, *months, on="2026-04-30").verdict is verdict


def test_worked_case_20_three_months_are_three_so_far() -> None:
    months = [with_doses(a_month(f"2026-0{n}", 16), {"sumatriptan": range(10)}) for n in (1, 2, 3)]
    judgement = judged(RULE, *months, on="2026-03-31")
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert "more than 3" in judgement.statement
