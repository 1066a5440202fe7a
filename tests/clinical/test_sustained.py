"""More than 3 months means four in a row, and the words say how far the row has come."""

from datetime import date

import pytest

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement
from diary.clinical.sustained import judge_sustained
from tests.diaries import a_diary, a_month

MONTHS = ("2026-01", "2026-02", "2026-03", "2026-04")


def judged(headache_days: list[int | None]) -> Judgement:
    """The judgement of chronic months at the end of April; None is a month without a day."""
    by_month = zip(MONTHS, headache_days, strict=True)
    diary = a_diary(*(a_month(month, days) for month, days in by_month if days is not None))
    case = Case(diary, on=date(2026, 4, 30))
    return judge_sustained(case, lambda month: month.chronic_migraine, "many days", ("a point",))


def test_four_months_in_a_row_are_more_than_three() -> None:
    found = judged([15, 15, 15, 15])
    assert found.verdict is Verdict.MET
    assert found.statement == "The diary shows many days in each of the last 4 months."
    assert found.open_points == ("a point",)


def test_three_months_in_a_row_are_three_so_far() -> None:
    found = judged([14, 15, 15, 15])
    assert found.verdict is Verdict.NOT_MET
    assert found.statement.startswith("3 months in a row so far with many days")


def test_one_month_is_one_month_so_far() -> None:
    assert judged([15, 15, 14, 15]).statement.startswith("1 month so far with many days")


@pytest.mark.parametrize(
    ("headache_days", "verdict", "words"),
    [
        ([15, 15, 15, 14], Verdict.NOT_MET, "did not all have many days"),
        ([15, 15, 15, None], Verdict.CANNOT_TELL, "Too few days are recorded"),
    ],
)
def test_a_row_that_ends_too_early_is_said_as_such(
    headache_days: list[int | None], verdict: Verdict, words: str
) -> None:
    found = judged(headache_days)
    assert found.verdict is verdict
    assert words in found.statement
