"""Five cluster-like days are a pattern to show."""

from typing import Any

import pytest

from diary.clinical.count import Verdict
from diary.clinical.day import Severity
from tests.clinical.rules.cases import judged
from tests.diaries import a_month

RULE = "cluster_pattern"
TYPICAL: dict[str, Any] = {"severity": Severity.SEVERE, "one_sided": True, "stated_minutes": 60}


@pytest.mark.parametrize(
    ("days", "signs", "verdict", "words"),
    [
        (5, True, Verdict.MET, "a pattern to show your clinician"),
        (4, True, Verdict.NOT_MET, "does not show"),
        (5, None, Verdict.CANNOT_TELL, "blank"),
        (5, False, Verdict.NOT_MET, "does not show"),
    ],
)
def test_five_days_make_a_pattern(
    days: int, signs: bool | None, verdict: Verdict, words: str
) -> None:
    month = a_month("2026-04", days, cluster_signs=signs, **TYPICAL)
    judgement = judged(RULE, month, on="2026-04-30")
    assert judgement.verdict is verdict
    assert words in judgement.statement
