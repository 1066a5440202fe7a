"""What a rule is and what it finds: a verdict with its source, its words, its grounds and its open points."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from diary.clinical.case import Case
from diary.clinical.count import Count, Verdict
from diary.clinical.period import Period
from diary.clinical.question import Question


class Topic(StrEnum):
    """Where a finding belongs."""

    HEADACHE = "headache"
    MEDICINES = "medicines"
    BOTOX = "botox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published document: how it is cited, its full title with edition, its address if it has one.

    `speaker` is a short name to stand over a column, given where sources stand side by side.
    """

    citation: str
    title: str
    address: str | None
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing that a judgement rests on: what the diary shows of it, and what the rule asks.

    `verdict` is None where the rule does not judge it by itself. `count` has the days behind
    what is shown, `period` the days looked at; both are None for what is not counted in days.
    """

    name: str
    shows: str
    asks: str | None = None
    verdict: Verdict | None = None
    period: Period | None = None
    count: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A rule's answer for one diary. `open_points` are what the diary cannot know.

    `months_in_a_row` is given by rules that ask for months in a row.
    """

    verdict: Verdict
    statement: str
    open_points: tuple[str, ...] = ()
    months_in_a_row: int | None = None
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A published rule: a count against a threshold, never a diagnosis nor an instruction.

    `question` is given by rules that answer the same question as others.
    """

    name: str
    title: str
    definition: str
    source: Source
    topic: Topic
    judge: Callable[[Case], Judgement]
    question: Question | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule together with what it found."""

    rule: Rule
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict
