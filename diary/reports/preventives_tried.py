"""The preventives tried as a table: class, dose, dates, how long, and how each one ended."""

from collections.abc import Sequence
from datetime import date

from diary.clinical.treatment import Outcome, Preventive
from diary.web.formatting import short_date

HEADERS = ("Medicine", "Class", "Dose", "Taken", "How long", "Outcome")
NOT_GIVEN = "not given"
OUTCOMES = {
    Outcome.NOT_EFFECTIVE: "not effective",
    Outcome.NOT_TOLERATED: "not tolerated",
    Outcome.UNSUITABLE: "unsuitable",
    Outcome.STILL_TAKING: "still taking",
    None: NOT_GIVEN,
}
"""Each outcome in a clinic's words."""
A_WEEK, A_MONTH = 7, 30.4375
DAYS_SAID_IN_WEEKS = 61


def rows_of(preventives: Sequence[Preventive], on: date) -> list[list[str]]:
    """Each preventive as a row of words, the earliest start first, those without one last."""
    in_order = sorted(preventives, key=lambda one: (one.started or date.max, one.medicine))
    return [
        [
            one.medicine,
            one.medicine_class or NOT_GIVEN,
            one.dose or NOT_GIVEN,
            _taken(one),
            how_long(one, on),
            OUTCOMES[one.outcome],
        ]
        for one in in_order
    ]


def how_long(preventive: Preventive, on: date) -> str:
    """In days up to a week, then weeks up to two months, then whole months; to `on` while taken."""
    still = on if preventive.outcome is Outcome.STILL_TAKING else None
    ended = preventive.stopped or still
    if preventive.started is None or ended is None or ended < preventive.started:
        return NOT_GIVEN
    days = (ended - preventive.started).days + 1
    if days < A_WEEK:
        return _said(days, "day")
    if days < DAYS_SAID_IN_WEEKS:
        return _said(days // A_WEEK, "week")
    return _said(int(days / A_MONTH), "month")


def _taken(preventive: Preventive) -> str:
    begun = f"from {short_date(preventive.started)}" if preventive.started else ""
    ended = f"to {short_date(preventive.stopped)}" if preventive.stopped else ""
    return f"{begun} {ended}".strip() or NOT_GIVEN


def _said(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
