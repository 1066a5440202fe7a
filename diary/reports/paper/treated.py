"""The part of the report about Botox: before and after, sessions, what is next."""

from dataclasses import dataclass

from diary.clinical.botox import Cycle
from diary.clinical.measure import Counts
from diary.clinical.next_session import NextSession
from diary.clinical.trials import trials_in_words
from diary.reports.before_after import BeforeAfter
from diary.reports.botox import TIMINGS, BotoxReport
from diary.reports.paper.cells import Table, table
from diary.web.formatting import short_date

MOST_SESSIONS = 8
BLANK = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The six measures before Botox and after."""

    sentence: str
    before: str
    after: str
    caution: str
    rows: Table
    others: list[str]
    trials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Treated:
    """Sessions, the latest last; `earlier` of them are left out."""

    sessions: Table
    earlier: int
    next: str
    compared: Compared | None


def treated(report: BotoxReport | None) -> Treated | None:
    """What is printed of a treatment; None without a session."""
    if report is None or report.course is None:
        return None
    cycles = report.course.cycles
    return Treated(
        sessions=table(
            ["Session", "Units", "Sites", "Since the one before"],
            [_session(cycle) for cycle in cycles[-MOST_SESSIONS:]],
        ),
        earlier=max(len(cycles) - MOST_SESSIONS, 0),
        next=_next(report.next_session),
        compared=_compared(report, report.chosen) if report.chosen else None,
    )


def _session(cycle: Cycle) -> list[str]:
    given = cycle.session
    since = BLANK
    if cycle.interval_days is not None and cycle.timing is not None:
        since = f"{cycle.interval_days} days, {TIMINGS[cycle.timing]}"
    units, sites = (f"{number or BLANK}" for number in (given.units, given.sites))
    return [f"{cycle.number}: {short_date(given.date)}", units, sites, since]


def _next(coming: NextSession) -> str:
    """When the next session is planned, or when 12 weeks are over."""
    if coming.planned:
        return f"Next session planned: {short_date(coming.planned)}."
    return f"12 weeks after the last session: {short_date(coming.due)}." if coming.due else ""


def _compared(report: BotoxReport, chosen: BeforeAfter) -> Compared:
    before, after = chosen.comparison.before, chosen.comparison.after
    usable = chosen.comparison.usable
    rows = [
        [one.title, one.before_words, one.after_words, one.words if usable else "not known"]
        for one in chosen.changes
    ]
    return Compared(
        sentence=chosen.story,
        before=f"{chosen.choice.before}, {_extent(before)}",
        after=f"{chosen.choice.after}, {_extent(after)}",
        caution=(chosen.caution or "") if usable else "",
        rows=table(["In 28 days", "Before", "After", "Change"], rows),
        others=[change.words for change in report.other_changes],
        trials=trials_in_words(),
    )


def _extent(counts: Counts) -> str:
    period = counts.period
    days = f"{short_date(period.first)} to {short_date(period.last)}"
    return f"{days}, {counts.recorded} of {len(counts)} days recorded"
