"""What a report is asked to hold, read from its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diary.clinical.day import FIRST_DATE
from diary.clinical.period import Month, Period, months_between
from diary.web.errors import DiaryError

MOST_MONTHS = 24
"""A report of two years is still made in a second and read in ten minutes."""
MONTHS_BEFORE = 3
"""The usual report: the last three complete months and the running one."""
MONTHS_OFFERED = 60
YES = "yes"
LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE"})


class Paper(StrEnum):
    """The size of a sheet, by the name that the typesetter knows."""

    A4 = "a4"
    LETTER = "us-letter"


PAPER_NAMES = {Paper.A4: "A4", Paper.LETTER: "US Letter"}


class ReportError(DiaryError):
    """A report that cannot be made as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A report from the first day of one month to the end of another, or to the day it is made."""

    first: Month
    last: Month
    paper: Paper
    notes: bool = False
    evidence: bool = False

    @property
    def months(self) -> int:
        """How many calendar months it covers."""
        return len(months_between(self.first, self.last))

    @property
    def trouble(self) -> str | None:
        """Why it cannot be made, in words for the person."""
        if self.months <= MOST_MONTHS:
            return None
        return f"A report holds {MOST_MONTHS} months at most. Choose a later first month."

    def period(self, on: date) -> Period:
        """The days it covers when made on a day."""
        return Period(self.first.period.first, self.last.period.until(on).last)

    @property
    def answers(self) -> dict[str, str]:
        """The same as it stands in an address."""
        chosen = {"from": str(self.first), "to": str(self.last), "paper": self.paper.value}
        extra = {"notes": self.notes, "evidence": self.evidence}
        return chosen | {name: YES for name, is_asked in extra.items() if is_asked}


def read_asked(answers: Mapping[str, str], on: date, country: str | None) -> Asked:
    """What the address asks for; what it leaves out is as usual. Raises ReportError."""
    running = Month.of(on)
    months = (
        _month(answers.get("from"), running.plus(-MONTHS_BEFORE)),
        _month(answers.get("to"), running),
    )
    if max(months) > running:
        raise ReportError("That month has not begun. Choose an earlier one.")
    return Asked(
        first=min(months),
        last=max(months),
        paper=_paper(answers.get("paper"), country),
        notes=answers.get("notes") == YES,
        evidence=answers.get("evidence") == YES,
    )


def months_to_choose(on: date) -> list[Month]:
    """The months that the page offers, the running one first."""
    return [Month.of(on).plus(-back) for back in range(MONTHS_OFFERED)]


def _month(text: str | None, usual: Month) -> Month:
    if not text:
        return usual
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise ReportError("Give months as in 2026-03.") from None
    if first < FIRST_DATE:
        raise ReportError(f"Diaries begin in {FIRST_DATE.year}. Choose a later month.")
    return Month.of(first)


def _paper(text: str | None, country: str | None) -> Paper:
    usual = Paper.LETTER if country in LETTER_COUNTRIES else Paper.A4
    try:
        return Paper(text) if text else usual
    except ValueError:
        raise ReportError("Choose A4 or US Letter.") from None
