"""The review of a diary for a visit: everything on one screen, by the builders of the other pages."""

from dataclasses import dataclass

from diary.clinical.period import Month
from diary.reports.clinic_rules import Answer, answers_in
from diary.reports.one_page import OnePage, build_one_page
from diary.reports.paper.asked import Asked, Paper
from diary.reports.paper.sheet import Sheet, sheet_of
from diary.reports.preventives_tried import rows_of
from diary.sharing.viewpoint import Viewpoint

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last twelve months as `page` judges them and `sheet` puts them into words."""

    page: OnePage
    sheet: Sheet

    @property
    def month_links(self) -> list[str]:
        """The address of each month of the table."""
        return [self.page.view.month_url(month.month) for month in self.page.months]

    @property
    def answers(self) -> list[Answer]:
        """What the rules about Botox find, under the question that they answer."""
        return answers_in(self.page.botox.findings) if self.page.botox else []

    @property
    def tried(self) -> list[list[str]] | None:
        """The preventives tried as a table; None where no list was given or it is not shared."""
        botox = self.page.botox
        if botox is None or botox.case.preventives is None:
            return None
        return rows_of(botox.case.preventives, self.page.on)


def build_review(view: Viewpoint) -> Review:
    """Read and judge the last twelve months, in three statements."""
    running = Month.of(view.on)
    asked = Asked(
        first=running.plus(1 - MONTHS_SHOWN),
        last=running,
        paper=Paper.A4,
        notes=view.scope.notes,
    )
    page = build_one_page(view, asked.period(view.on))
    return Review(page=page, sheet=sheet_of(page, asked))
