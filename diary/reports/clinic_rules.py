"""The rules that clinics use, side by side under the question that they answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from diary.clinical.count import Verdict
from diary.clinical.finding import Finding
from diary.clinical.question import QUESTIONS, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question with what each of its rules finds."""

    question: Question
    findings: tuple[Finding, ...]

    @property
    def agrees(self) -> bool:
        """Every rule comes to the same verdict."""
        return len({finding.verdict for finding in self.findings}) == 1

    @property
    def sentence(self) -> str:
        """Whether the sources agree, and what their verdicts mean: "The sources differ here. Met by …"."""
        found = {finding.verdict for finding in self.findings}
        said = (self._said(verdict) for verdict in Verdict if verdict in found)
        return " ".join((f"The sources {'agree' if self.agrees else 'differ'} here.", *said))

    def _said(self, verdict: Verdict) -> str:
        """One verdict, with the sources that come to it where others do not."""
        named = (f.rule.source.speaker for f in self.findings if f.verdict is verdict)
        speakers = "" if self.agrees else f" by {', '.join(named)}"
        if verdict is Verdict.MET:
            return f"Met{speakers}: {self.question.met}."
        if verdict is Verdict.NOT_MET:
            return f"Not met{speakers}: {self.question.not_met}."
        return f"Can’t be told yet{speakers}."


def answers_in(findings: Iterable[Finding]) -> list[Answer]:
    """Each question that one of the findings answers, in the order in which a treatment meets them."""
    found = list(findings)
    answers = (
        Answer(question=one, findings=tuple(f for f in found if f.rule.question is one))
        for one in QUESTIONS
    )
    return [answer for answer in answers if answer.findings]
