"""The published rules in print, under the questions that they answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from diary.clinical.finding import Finding
from diary.clinical.question import CONSIDER
from diary.reports.clinic_rules import Answer, answers_in
from diary.reports.words import MET_OR_NOT

COUNTS = "What the diary counts up to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A rule with its verdict, and what stands behind it."""

    title: str
    verdict: str
    words: str
    source: str
    statement: str
    definition: str
    document: str
    open_points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A question, what "met" means under it, and the rules that answer it."""

    title: str
    meaning: str
    lines: list[Line]


def groups_of(findings: Iterable[Finding], *, treated: bool) -> list[Group]:
    """Counts first, then the questions about Botox: before a session only whether to begin."""
    found = list(findings)
    answers = [one for one in answers_in(found) if treated or one.question is CONSIDER]
    counts = [line_of(finding) for finding in found if finding.rule.question is None]
    return [
        Group(title=COUNTS, meaning="", lines=counts),
        *map(group_of, answers),
    ]


def group_of(answer: Answer) -> Group:
    """The sources beside each other."""
    return Group(
        title=answer.question.words,
        meaning=f"“Met” means: {answer.question.met}.",
        lines=[line_of(finding) for finding in answer.findings],
    )


def line_of(finding: Finding) -> Line:
    """One rule in words."""
    rule, judgement = finding.rule, finding.judgement
    return Line(
        title=rule.title,
        verdict=finding.verdict,
        words=MET_OR_NOT[finding.verdict],
        source=rule.source.citation,
        statement=judgement.statement,
        definition=rule.definition,
        document=rule.source.title,
        open_points=judgement.open_points,
    )
