"""Charts as plain values: a sentence, a table, and the dictionary that the page script draws from.

The drawing repeats what the sentence and the table say; without it nothing is lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from diary.clinical.count import Count, Verdict
from diary.clinical.period import Month
from diary.clinical.treatment import BotoxSession
from diary.reports.treatment_changes import OtherChange

DASHES = ("", "6 3", "2 3", "8 3 2 3")
"""Strokes and gaps of lines in one chart, so that they differ in more than colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One kind of bar, or the line: a value for each label, None where nothing is known.

    `colour` names a colour of the style sheet; hatched is what could still be; `dash` are the strokes
    and gaps of a line that differs from others in more than its colour, as SVG writes them.
    """

    name: str
    values: Sequence[float | None]
    colour: str
    hatched: bool = False
    dash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A horizontal line: a threshold, or what was before."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A vertical line, `at` counted in labels from the middle of the first.

    A session's is labelled with its day, that of another change with its letter.
    """

    at: float
    label: str
    is_session: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One question answered thrice: in a sentence, in a table and as a drawing.

    `links` are the addresses that the labels lead to. `most` is the top of the vertical axis.
    """

    title: str
    sentence: str
    labels: list[str]
    series: list[Series]
    headers: list[str]
    rows: list[list[str]]
    most: float
    levels: list[Level] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    kind: str = "bar"

    @property
    def figures(self) -> dict[str, object]:
        """What the page script needs, in JSON types."""
        return {
            "kind": self.kind,
            "labels": self.labels,
            "series": [_plain(series) for series in self.series],
            "levels": [_plain(level) for level in self.levels],
            "marks": [_plain(mark) for mark in self.marks],
            "links": self.links,
            "most": self.most,
        }


def _plain(part: Series | Level | Mark) -> dict[str, object]:
    """The part as a dictionary; its values are plain already."""
    return {name: getattr(part, name) for name in part.__slots__}


def month_label(month: Month) -> str:
    """A month as its bar is labelled: "Apr", and "Jan 26" where a year begins."""
    name = f"{month.period.first:%b}"
    return f"{name} {month.year % 100:02d}" if month.number == 1 else name


def change_marks(changes: Iterable[OtherChange], months: Sequence[Month]) -> list[Mark]:
    """The other changes that begin in the months, each where its first day is."""
    return [
        Mark(at=_place(change.first, months), label=change.letter, is_session=False)
        for change in changes
        if change.letter and Month.of(change.first) in months
    ]


def session_marks(sessions: Iterable[BotoxSession], months: Sequence[Month]) -> list[Mark]:
    """The sessions that lie in the months, each where its day is."""
    return [
        Mark(at=_place(session.date, months), label=f"{session.date.day} {session.date:%b}")
        for session in sessions
        if Month.of(session.date) in months
    ]


def still_possible(count: Count) -> int:
    """Days that could still count: unanswered or unrecorded."""
    return count.upper - count.lower


def in_words_of_verdicts(verdicts: Sequence[Verdict], reached: str) -> str:
    """How many months reached it: "… in 3 of 12 months; in 2 it can’t be told."."""
    months = "1 month" if len(verdicts) == 1 else f"{len(verdicts)} months"
    words = f"The diary shows {reached} in {verdicts.count(Verdict.MET) or 'none'} of {months}"
    unknown = verdicts.count(Verdict.CANNOT_TELL)
    return f"{words}; in {unknown} it can’t be told." if unknown else f"{words}."


def _place(day: date, months: Sequence[Month]) -> float:
    month = Month.of(day)
    through = (day.day - 0.5) / len(month.period)
    return round(months.index(month) + through - 0.5, 3)
