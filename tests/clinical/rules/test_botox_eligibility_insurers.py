"""Insurers commonly ask for either count and two preventive classes."""

from typing import Any

import pytest

from diary.clinical.count import Verdict
from tests.clinical.rules.cases import ADULT, THREE_PREVENTIVES, judged
from tests.diaries import a_month

RULE = "botox_eligibility_insurers"
GIVEN: dict[str, Any] = {"birth_date": ADULT, "preventives": THREE_PREVENTIVES[:2]}


@pytest.mark.parametrize(
    ("migraine_days", "minutes", "verdict"),
    [
        (8, 60, Verdict.MET),
        (0, 240, Verdict.MET),
        (0, 60, Verdict.NOT_MET),
        (0, None, Verdict.CANNOT_TELL),
    ],
)
def test_either_count_will_do(migraine_days: int, minutes: int | None, verdict: Verdict) -> None:
    month = a_month("2026-04", 15, migraine_days, stated_minutes=minutes)
    assert judged(RULE, month, on="2026-04-30", **GIVEN).verdict is verdict


@pytest.mark.parametrize(
    ("preventives", "verdict"),
    [
        (THREE_PREVENTIVES[:1], Verdict.NOT_MET),
        ([THREE_PREVENTIVES[0], THREE_PREVENTIVES[0]], Verdict.NOT_MET),
        (None, Verdict.CANNOT_TELL),
    ],
)
def test_two_classes_are_asked(preventives: Any, verdict: Verdict) -> None:
    given = GIVEN | {"preventives": preventives}
    month = a_month("2026-04", 15, 8)
    assert judged(RULE, month, on="2026-04-30", **given).verdict is verdict


def test_how_long_each_was_taken_stays_open() -> None:
    judgement = judged(RULE, a_month("2026-04", 15, 8), on="2026-04-30", **GIVEN)
    assert any("2 months" in point for point in judgement.open_points)
