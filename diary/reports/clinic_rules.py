"""The rules that clinics use, side by side under the question that they answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from diary.clinical.count import Verdict
from diary.clinical.finding import Finding
from diary.clinical.question import QUESTIONS, Question

VERDICT_WORDS = {
    Verdict.MET: "met",
    Verdict.NOT_MET: "not met",
    Verdict.CANNOT_TELL: "can’t tell",
}


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
        """Whether the sources agree: "The sources differ here. Met: NICE. Not met: US label."."""
        if self.agrees:
            return f"The sources agree here: {VERDICT_WORDS[self.findings[0].verdict]}."
        said = ((words, self._speakers(verdict)) for verdict, words in VERDICT_WORDS.items())
        parts = [
            f"{words[0].upper()}{words[1:]}: {speakers}." for words, speakers in said if speakers
        ]
        return " ".join(("The sources differ here.", *parts))

    def _speakers(self, verdict: Verdict) -> str:
        return ", ".join(
            finding.rule.source.speaker for finding in self.findings if finding.verdict is verdict
        )


def answers_in(findings: Iterable[Finding]) -> list[Answer]:
    """Each question that one of the findings answers, in the order in which a treatment meets them."""
    found = list(findings)
    answers = (
        Answer(question=one, findings=tuple(f for f in found if f.rule.question is one))
        for one in QUESTIONS
    )
    return [answer for answer in answers if answer.findings]
