"""What a rule is and what it finds: a verdict with its source, its words and its open points."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from diary.clinical.case import Case
from diary.clinical.count import Verdict


class Topic(StrEnum):
    """Where a finding belongs."""

    HEADACHE = "headache"
    MEDICINES = "medicines"
    BOTOX = "botox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published document: how it is cited, its full title with edition, its address if it has one."""

    citation: str
    title: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A rule's answer for one diary. `open_points` are what the diary cannot know.

    `months_in_a_row` is given by rules that ask for months in a row.
    """

    verdict: Verdict
    statement: str
    open_points: tuple[str, ...] = ()
    months_in_a_row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A published rule: a count against a threshold, never a diagnosis nor an instruction."""

    name: str
    title: str
    definition: str
    source: Source
    topic: Topic
    judge: Callable[[Case], Judgement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule together with what it found."""

    rule: Rule
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict
