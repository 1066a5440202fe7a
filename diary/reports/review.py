"""The review of a diary for a visit: everything on one screen, by the builders of the other pages."""

from dataclasses import dataclass

from diary.clinical.measure import Measure
from diary.clinical.period import Month
from diary.clinical.response import Comparison, compare_with_recent
from diary.clinical.stopping import in_percent
from diary.reports.clinic_rules import Answer, answers_in
from diary.reports.one_page import OnePage, build_one_page
from diary.reports.paper.asked import Asked, Paper
from diary.reports.paper.sheet import Sheet, sheet_of
from diary.reports.preventives_tried import rows_of
from diary.reports.words import TITLES, bounds
from diary.sharing.viewpoint import Viewpoint

MONTHS_SHOWN = 12
AT_FIRST_SIGHT = (
    Measure.HEADACHE_DAYS,
    Measure.MIGRAINE_DAYS,
    Measure.MODERATE_OR_SEVERE_DAYS,
    Measure.ACUTE_MEDICATION_DAYS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last twelve months as `page` judges them and `sheet` puts them into words."""

    page: OnePage
    sheet: Sheet

    @property
    def recent(self) -> Comparison | None:
        """Baseline against the last 28 days; None until all of them lie after the first session."""
        course = self.page.botox.course if self.page.botox else None
        return compare_with_recent(course, self.page.last_28_days)

    @property
    def recent_headers(self) -> list[str]:
        """The heads of the table of the last 28 days."""
        if self.recent is None:
            return ["In 28 days", "Last 28 days"]
        return ["In 28 days", "Before Botox", "Last 28 days", "Change"]

    @property
    def recent_rows(self) -> list[list[str]]:
        """What counts most in the last 28 days, and how it changed from baseline."""
        after = self.page.last_28_days
        recorded = f"{after.recorded} of {len(after)}"
        if self.recent is None:
            days = [[TITLES[one], bounds(after[one])] for one in AT_FIRST_SIGHT]
            return [*days, ["Days recorded", recorded]]
        before = self.recent.before
        return [
            *(
                [
                    TITLES[one],
                    bounds(before[one]),
                    bounds(after[one]),
                    in_percent(self.recent.reduction(one)),
                ]
                for one in AT_FIRST_SIGHT
            ),
            ["Days recorded", f"{before.recorded} of {len(before)}", recorded, ""],
        ]

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
