"""The European guideline speaks of 2 to 3 preventives and of treating overuse first."""

from typing import Any

import pytest

from diary.clinical.count import Verdict
from tests.clinical.rules.cases import THREE_PREVENTIVES, judged
from tests.diaries import a_month, with_doses

RULE = "botox_eligibility_ehf"
APRIL = a_month("2026-04", 15, 8)


@pytest.mark.parametrize(
    ("preventives", "verdict"),
    [
        (THREE_PREVENTIVES[:2], Verdict.MET),
        (THREE_PREVENTIVES[:1], Verdict.NOT_MET),
        (None, Verdict.CANNOT_TELL),
    ],
)
def test_two_preventives_are_enough(preventives: Any, verdict: Verdict) -> None:
    assert judged(RULE, APRIL, on="2026-04-30", preventives=preventives).verdict is verdict


def test_the_statement_gives_the_numbers_used() -> None:
    statement = judged(RULE, APRIL, on="2026-04-30", preventives=THREE_PREVENTIVES).statement
    assert "15 of 30 days" in statement
    assert "8 of 30 days" in statement
    assert "3 preventives" in statement


def test_overuse_is_an_open_point_and_no_obstacle() -> None:
    overused = with_doses(APRIL, {"sumatriptan": range(10)})
    judgement = judged(RULE, overused, on="2026-04-30", preventives=THREE_PREVENTIVES)
    assert judgement.verdict is Verdict.MET
    assert any("treat that first" in point for point in judgement.open_points)
