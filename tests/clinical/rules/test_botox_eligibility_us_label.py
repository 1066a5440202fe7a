"""The US label speaks of adults with 15 long headache days a month."""

from datetime import date

import pytest

from diary.clinical.count import Verdict
from tests.clinical.rules.cases import ADULT, judged
from tests.diaries import a_month

RULE = "botox_eligibility_us_label"
LONG = a_month("2026-04", 15, stated_minutes=240)


@pytest.mark.parametrize(
    ("born", "verdict"),
    [(ADULT, Verdict.MET), (None, Verdict.CANNOT_TELL), (date(2010, 1, 1), Verdict.NOT_MET)],
)
def test_worked_case_31_the_label_is_for_adults(born: date | None, verdict: Verdict) -> None:
    judgement = judged(RULE, LONG, on="2026-04-30", birth_date=born)
    assert judgement.verdict is verdict
    assert bool(judgement.open_points) is (born is None)


@pytest.mark.parametrize(("days", "verdict"), [(15, Verdict.MET), (14, Verdict.NOT_MET)])
def test_fourteen_days_are_not_enough(days: int, verdict: Verdict) -> None:
    month = a_month("2026-04", days, stated_minutes=240)
    judgement = judged(RULE, month, on="2026-04-30", birth_date=ADULT)
    assert judgement.verdict is verdict
    assert "not established" in judgement.statement


def test_a_good_response_does_not_read_as_never_a_candidate() -> None:
    better = a_month("2026-05", 2)
    judgement = judged(
        RULE, LONG, better, on="2026-05-31", sessions=("2026-05-01",), birth_date=ADULT
    )
    assert judgement.verdict is Verdict.MET
    assert "April 2026" in judgement.statement
