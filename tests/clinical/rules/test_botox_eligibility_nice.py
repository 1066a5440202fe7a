"""NICE asks for both counts, three preventives, adults and managed overuse."""

from datetime import date
from typing import Any

import pytest

from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement
from tests.clinical.rules.cases import ADULT, THREE_PREVENTIVES, judged
from tests.diaries import a_month, with_doses

RULE = "botox_eligibility_nice"
APRIL = a_month("2026-04", 15, 8)


def april(**more: Any) -> Judgement:
    given: dict[str, Any] = {"birth_date": ADULT, "preventives": THREE_PREVENTIVES}
    days = more.pop("days", APRIL)
    return judged(RULE, days, on="2026-04-30", **(given | more))


def test_all_conditions_together_are_met() -> None:
    judgement = april()
    assert (judgement.verdict, judgement.open_points) == (Verdict.MET, ())


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({"days": a_month("2026-04", 14, 8)}, Verdict.NOT_MET),
        ({"days": a_month("2026-04", 15, 7)}, Verdict.NOT_MET),
        ({"preventives": THREE_PREVENTIVES[:2]}, Verdict.NOT_MET),
        ({"preventives": []}, Verdict.NOT_MET),
        ({"preventives": None}, Verdict.CANNOT_TELL),
        ({"birth_date": None}, Verdict.CANNOT_TELL),
        ({"birth_date": date(2010, 1, 1)}, Verdict.NOT_MET),
    ],
)
def test_each_condition_alone_decides(more: dict[str, Any], verdict: Verdict) -> None:
    assert april(**more).verdict is verdict


def test_overuse_leaves_it_open_at_best() -> None:
    overused = with_doses(APRIL, {"sumatriptan": range(10)})
    judgement = april(days=overused)
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert any("overuse" in point for point in judgement.open_points)
    assert april(days=overused, preventives=[]).verdict is Verdict.NOT_MET


def test_the_statement_gives_the_numbers_used() -> None:
    statement = april().statement
    assert "April 2026" in statement
    assert "15 of 30 days" in statement
    assert "3 preventives" in statement
