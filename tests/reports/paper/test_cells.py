"""The table of months: bounds, lines and verdicts, and only classes that were taken."""

from datetime import date

from diary.clinical.day import DiaryDay
from diary.clinical.measure import count_days
from diary.clinical.month import summarise_month
from diary.clinical.period import Month, four_weeks_ending
from diary.reports.paper.cells import Table, months_table
from tests.diaries import a_diary, a_month, with_doses

APRIL = Month(2026, 4)
TRIPTANS = with_doses(a_month(), {"sumatriptan": range(10), "ibuprofen": range(2)})


def april(days: list[DiaryDay] | None = None, on: date = date(2026, 4, 30)) -> Table:
    """The table of April alone."""
    diary = a_diary(days or a_month())
    return months_table(
        [summarise_month(diary, APRIL, on)], count_days(diary, four_weeks_ending(on))
    )


def column(table: Table, name: str) -> list[tuple[str, str]]:
    """The words and verdicts below a head."""
    number = [head.text for head in table.heads].index(name)
    return [(row[number].text, row[number].verdict) for row in table.rows]


def test_a_count_stands_with_its_verdict_and_the_last_28_days_without() -> None:
    assert column(april(), "Headache") == [("15", "met"), ("13", "")]
    assert column(april(a_month(headache_days=14)), "Headache")[0] == ("14", "not_met")


def test_missing_days_show_as_bounds_and_leave_it_open() -> None:
    table = april(a_month(headache_days=12, recorded=24))
    assert column(table, "Headache")[0] == ("12–18", "cannot_tell")
    assert column(table, "Recorded")[0] == ("24 of 30", "")


def test_hours_say_when_a_duration_is_missing() -> None:
    assert column(april(), "Hours")[0] == ("30", "")
    assert column(april(a_month(stated_minutes=None)), "Hours")[0] == ("≥ 0", "")


def test_a_class_has_a_column_once_it_was_taken() -> None:
    heads = [head.text for head in april().heads]
    assert "Triptan" not in heads
    table = april(TRIPTANS)
    assert column(table, "Triptan")[0] == ("10", "met")
    assert column(table, "Simple painkiller")[0] == ("2", "not_met")
    assert "Gepant" not in [head.text for head in table.heads]


def test_the_line_of_a_column_is_the_published_one() -> None:
    lines = {head.text: head.line for head in april(TRIPTANS).heads}
    assert (lines["Headache"], lines["Triptan"]) == ("15 or more", "10 or more")
    assert lines["Crystal-clear"] == ""


def test_a_running_month_says_so() -> None:
    assert april(on=date(2026, 4, 14)).rows[0][0].text == "Apr 2026, so far"


def test_several_classes_have_a_column_where_their_line_is_reached() -> None:
    together = with_doses(a_month(), {"sumatriptan": range(6), "codeine": range(6, 12)})
    assert column(april(together), "Several classes")[0] == ("12", "met")
    assert "Several classes" not in [head.text for head in april(TRIPTANS).heads]
