"""A first look at a diary: the last two weeks, and the month so far."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from diary.clinical.period import days_from
from diary.reports.calendar import Tile, tile_of
from diary.reports.month import MonthReport, build_month_report
from diary.sharing.viewpoint import Viewpoint

DAYS_SHOWN = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The running month, whose report reaches back far enough for the last two weeks."""

    month: MonthReport

    def tiles(self, day_url: Callable[[date], str]) -> list[Tile]:
        """The last two weeks, the earliest day first."""
        case = self.month.case
        begins = case.on - timedelta(days=DAYS_SHOWN - 1)
        sessions = {session.date for session in case.sessions}
        return [
            tile_of(day, case.diary, sessions, today=case.on, url=day_url(day))
            for day in days_from(begins, DAYS_SHOWN)
        ]


def build_overview(view: Viewpoint) -> Overview:
    """Read and judge the running month, in three statements."""
    return Overview(month=build_month_report(view, view.this_month))
