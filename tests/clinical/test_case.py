"""Which months a rule looks at, and who is an adult."""

from datetime import date

import pytest

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay
from diary.clinical.month import MonthSummary
from diary.clinical.treatment import BotoxSession
from tests.diaries import a_diary, a_month


def chronic(month: MonthSummary) -> Verdict:
    return month.chronic_migraine


def case_of(*months: list[DiaryDay], on: date) -> Case:
    return Case(a_diary(*months), on=on)


def test_months_without_a_day_are_listed_too() -> None:
    case = case_of(a_month("2026-01"), a_month("2026-03"), on=date(2026, 3, 31))
    assert [month.counts.recorded for month in case.months] == [31, 0, 31]


def test_what_lies_after_the_day_is_left_out() -> None:
    case = Case(
        a_diary(a_month("2026-01"), a_month("2026-02")),
        on=date(2026, 1, 31),
        sessions=[BotoxSession(date=date(2026, 2, 1))],
    )
    assert [str(month.month) for month in case.months] == ["2026-01"]
    assert case.course is None


def test_a_single_month_rule_takes_the_running_month_once_it_is_met() -> None:
    complete, running = a_month("2026-03", 3, 0), a_month("2026-04", 15, 8)
    met = case_of(complete, running, on=date(2026, 4, 15)).single_month(chronic)
    assert str(met.month) == "2026-04"
    not_yet = case_of(complete, running, on=date(2026, 4, 14)).single_month(chronic)
    assert str(not_yet.month) == "2026-03"


def test_the_month_of_the_day_is_complete_on_its_last_day() -> None:
    case = case_of(a_month("2026-04", 3, 0), on=date(2026, 4, 30))
    assert str(case.single_month(chronic).month) == "2026-04"


def test_a_row_ends_with_the_last_complete_month_unless_the_running_one_is_met() -> None:
    months = [a_month(f"2026-0{n}") for n in (1, 2, 3)]
    assert case_of(*months, on=date(2026, 3, 20)).months_in_a_row(chronic) == 3
    assert case_of(*months, on=date(2026, 3, 14)).months_in_a_row(chronic) == 2
    assert len(case_of(*months, on=date(2026, 3, 14)).row(chronic)) == 2


def test_a_row_is_counted_back_from_its_end() -> None:
    months = [a_month("2026-01"), a_month("2026-02", 3, 0), a_month("2026-03")]
    case = case_of(*months, on=date(2026, 3, 31))
    assert case.months_in_a_row(chronic) == 1
    assert case.sustained(chronic) is Verdict.NOT_MET


def test_months_before_the_diary_began_are_unrecorded() -> None:
    case = case_of(a_month("2026-03"), on=date(2026, 3, 31))
    assert case.sustained(chronic) is Verdict.CANNOT_TELL
    assert case_of(a_month("2026-03", 3, 0), on=date(2026, 3, 31)).sustained(chronic) is (
        Verdict.NOT_MET
    )


def test_an_empty_diary_has_no_months_and_no_row() -> None:
    case = case_of(on=date(2026, 3, 31))
    assert (case.months, case.row(chronic), case.months_in_a_row(chronic)) == ([], [], 0)
    assert case.sustained(chronic) is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("born", "on", "adult"),
    [
        (date(2008, 4, 30), date(2026, 4, 30), Verdict.MET),
        (date(2008, 5, 1), date(2026, 4, 30), Verdict.NOT_MET),
        (date(2008, 2, 29), date(2026, 2, 28), Verdict.NOT_MET),
        (date(2008, 2, 29), date(2026, 3, 1), Verdict.MET),
        (None, date(2026, 4, 30), Verdict.CANNOT_TELL),
    ],
)
def test_an_adult_is_18_on_the_day(born: date | None, on: date, adult: Verdict) -> None:
    assert Case(a_diary(), on=on, birth_date=born).is_adult is adult
