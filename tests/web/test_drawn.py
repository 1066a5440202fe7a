"""Components are drawn once for each value, and never for another one."""

from datetime import date

from flask import Flask

from diary.reports.calendar import Tile
from diary.web.drawn import drawn

FIRST = date(2026, 4, 1)


def test_equal_values_are_drawn_once(app_on_sqlite: Flask) -> None:
    with app_on_sqlite.test_request_context():
        once = drawn("day_cell", Tile(date=FIRST, mark="mild", url="/days/2026-04-01"))
        again = drawn("day_cell", Tile(date=FIRST, mark="mild", url="/days/2026-04-01"))
    assert once is again
    assert "Wednesday 1 April 2026: mild headache" in once


def test_whatever_differs_is_drawn_anew(app_on_sqlite: Flask) -> None:
    tiles = [
        Tile(date=FIRST, mark="mild", url="/days/2026-04-01"),
        Tile(date=FIRST, mark="mild", url="/demo/days/2026-04-01"),
        Tile(date=FIRST, mark="severe", url="/days/2026-04-01"),
        Tile(date=FIRST, mark="mild", url="/days/2026-04-01", medicine=True),
        Tile(date=FIRST, mark="mild", url="/days/2026-04-01", botox=True),
        Tile(date=FIRST, mark="mild", url="/days/2026-04-01", today=True),
        Tile(date=FIRST, mark=""),
    ]
    with app_on_sqlite.test_request_context():
        assert len({drawn("day_cell", tile) for tile in tiles}) == len(tiles)


def test_what_is_drawn_is_escaped(app_on_sqlite: Flask) -> None:
    with app_on_sqlite.test_request_context():
        assert "<script>" not in drawn("day_link", ('"><script>', FIRST))
