"""The days of a month as tiles."""

from datetime import date

import pytest

from diary.clinical.day import DiaryDay, Severity
from diary.clinical.period import Month
from diary.reports.calendar import Tile, calendar_weeks, mark_of
from tests.diaries import a_blank_day, a_clear_day, a_day, a_diary, took

APRIL = Month(2026, 4)


def tiles(
    *days: DiaryDay, on: date = date(2026, 4, 30), botox: tuple[date, ...] = ()
) -> list[Tile]:
    """Every tile of April 2026."""
    weeks = calendar_weeks(a_diary(days), APRIL, on, botox, on, lambda day: f"/days/{day}")
    return [tile for week in weeks for tile in week if tile]


@pytest.mark.parametrize(
    ("day", "mark"),
    [
        (None, "unrecorded"),
        (a_clear_day(), "clear"),
        (a_blank_day(), "headache"),
        (a_day(), "mild"),
        (a_day(severity=Severity.SEVERE), "severe"),
    ],
)
def test_every_kind_of_day_has_its_own_mark(day: DiaryDay | None, mark: str) -> None:
    assert mark_of(day) == mark


def test_weeks_begin_on_monday_and_hold_every_day_of_the_month_once() -> None:
    weeks = calendar_weeks(a_diary(), APRIL, date(2026, 4, 30), (), date(2026, 4, 30), str)
    assert [len(week) for week in weeks] == [7] * 5
    assert weeks[0][:2] == [None, None]
    assert [tile.date for week in weeks for tile in week if tile] == list(APRIL.period)


def test_days_ahead_are_neither_marked_nor_opened() -> None:
    today, tomorrow = tiles(on=date(2026, 4, 14))[13:15]
    assert (today.mark, today.url, today.today) == ("unrecorded", "/days/2026-04-14", True)
    assert (tomorrow.mark, tomorrow.url, tomorrow.today) == ("", None, False)
    assert tomorrow.label == "Wednesday 15 April 2026: to come"


def test_a_tile_says_medicine_and_botox_in_words() -> None:
    first = date(2026, 4, 1)
    tile = tiles(a_day(first, doses=took("ibuprofen")), botox=(first,))[0]
    assert (
        tile.label == "Wednesday 1 April 2026: mild headache, acute medicine taken, Botox session"
    )


def test_a_medicine_nobody_knows_is_no_certain_acute_medicine() -> None:
    assert not tiles(a_day(date(2026, 4, 1), doses=took("leaves")))[0].medicine
