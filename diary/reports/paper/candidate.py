"""Page three, on request: the evidence for a consultation about Botox."""

from dataclasses import dataclass
from datetime import date

from diary.reports.evidence import MONTH_HEADERS, Evidence
from diary.reports.paper.cells import Table, table
from diary.reports.paper.lines import Group, Line, group_of, line_of
from diary.reports.preventives_tried import HEADERS, rows_of
from diary.web.formatting import short_date

NO_LIST = "No list of preventives is given. That is not taken for “none tried”."
NONE_TRIED = "Said: none tried."


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The months before treatment, the medicines tried, and what is still open."""

    looked_at: str
    answer: str
    sources: Group
    tried: str
    preventives: Table | None
    months: Table | None
    background: list[Line]
    open_points: list[str]
    steps: list[str]


def candidate(evidence: Evidence, on: date) -> Candidate:
    """The evidence page in print."""
    listed = evidence.case.preventives
    return Candidate(
        looked_at=_looked_at(evidence),
        answer=evidence.answer.sentence,
        sources=group_of(evidence.answer),
        tried=_tried(evidence),
        preventives=table(HEADERS, rows_of(listed, on)) if listed else None,
        months=table(MONTH_HEADERS, evidence.month_rows) if evidence.months else None,
        background=[line_of(finding) for finding in evidence.background],
        open_points=evidence.open_points,
        steps=evidence.steps,
    )


def _tried(evidence: Evidence) -> str:
    if evidence.tried_counts is None:
        return NO_LIST
    return evidence.tried_counts if evidence.case.preventives else NONE_TRIED


def _looked_at(evidence: Evidence) -> str:
    days = evidence.looked_at
    if days is None:
        return "No day is recorded in these months."
    words = (
        f"{short_date(days.first)} to {short_date(days.last)}: "
        f"{evidence.recorded} of {len(days)} days recorded."
    )
    if evidence.started is None:
        return words
    return f"{words} The first session was on {short_date(evidence.started)}; these are the months before it."
