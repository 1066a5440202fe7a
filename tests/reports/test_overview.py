"""A first look at a diary."""

from datetime import date

from diary.clinical.case import Case
from diary.clinical.period import Month
from diary.clinical.treatment import BotoxSession
from diary.reports.month import report_month
from diary.reports.overview import Overview
from tests.diaries import a_clear_day, a_day, a_diary


def test_the_last_two_weeks_reach_back_into_the_month_before() -> None:
    on = date(2026, 4, 3)
    diary = a_diary([a_day(date(2026, 3, 21)), a_clear_day(on)])
    session = BotoxSession(date=date(2026, 3, 22))
    month = report_month(Case(diary, on=on, sessions=[session]), Month.of(on))
    tiles = Overview(month=month).tiles(lambda day: f"/demo/days/{day}")
    assert len(tiles) == 14
    assert (tiles[0].date, tiles[0].mark) == (date(2026, 3, 21), "mild")
    assert tiles[1].botox
    assert (tiles[-1].date, tiles[-1].mark, tiles[-1].today) == (on, "clear", True)
    assert tiles[-1].url == "/demo/days/2026-04-03"
