"""A month as a strip shows each day as it was recorded, and unrecorded days apart."""

from datetime import date
from typing import Any

from diary.clinical.day import DiaryDay, Dose, Purpose, Severity
from diary.clinical.month import summarise_month
from diary.clinical.period import Month
from diary.reports.paper.strips import Strip, StripDay, strip_of
from tests.diaries import a_blank_day, a_clear_day, a_day, a_diary, a_migraine_day, took

APRIL = Month(2026, 4)
FIRST, TODAY = date(2026, 4, 1), date(2026, 4, 14)


def strip(*days: DiaryDay, sessions: tuple[date, ...] = ()) -> Strip:
    """April up to the 14th, of these days."""
    diary = a_diary(days)
    return strip_of(summarise_month(diary, APRIL, TODAY), diary, TODAY, frozenset(sessions))


def the_first(day: DiaryDay) -> StripDay:
    """The first day of the strip of one day."""
    return strip(day).days[0]


def test_severity_is_a_number_and_a_clear_day_is_blank() -> None:
    severities: list[Any] = [Severity.MILD, Severity.MODERATE, Severity.SEVERE, None]
    shown = [the_first(a_day(FIRST, severity=one)).headache for one in severities]
    assert shown == ["1", "2", "3", "+"]
    assert the_first(a_clear_day(FIRST)).headache == ""


def test_an_unrecorded_day_is_no_clear_day_and_a_day_ahead_is_neither() -> None:
    days = strip(a_clear_day(FIRST)).days
    assert [day.mark for day in (days[0], days[1], days[13], days[14])] == [
        "clear",
        "unrecorded",
        "unrecorded",
        "ahead",
    ]
    assert days[1].headache == "–"


def test_a_migraine_day_is_marked_and_one_that_might_be_is_asked_about() -> None:
    assert the_first(a_migraine_day(FIRST)).migraine == "M"
    assert the_first(a_blank_day(FIRST)).migraine == "?"
    assert the_first(a_day(FIRST)).migraine == ""


def test_doses_are_counted_acute_ones_only() -> None:
    two = Dose(name="sumatriptan", count=2)
    preventive = Dose(name="rimegepant", purpose=Purpose.PREVENTIVE)
    assert the_first(a_day(FIRST, doses=(two, *took("ibuprofen"), preventive))).medicine == "3"
    assert the_first(a_day(FIRST, doses=(preventive,))).medicine == ""
    assert the_first(a_blank_day(FIRST)).medicine == "?"


def test_the_period_has_its_row_where_it_was_recorded() -> None:
    assert not strip(a_clear_day(FIRST)).has_period
    month = strip(a_clear_day(FIRST, menstruation=True))
    assert (month.has_period, month.days[0].period) == (True, "P")


def test_a_session_is_marked_and_named() -> None:
    month = strip(a_clear_day(FIRST), sessions=(date(2026, 4, 2), date(2026, 4, 20)))
    assert (month.days[0].botox, month.days[1].botox) == ("", "B")
    assert month.words.endswith("; Botox on Thu 2 Apr")


def test_the_words_count_as_the_month_does() -> None:
    words = strip(a_migraine_day(FIRST), a_clear_day(date(2026, 4, 2))).words
    assert words == (
        "2 of 14 days recorded; days with headache 1–13, migraine 1–13, acute medicine 0–12"
    )
