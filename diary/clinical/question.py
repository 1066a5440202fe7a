"""The questions about Botox that several published rules answer, each in its own way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with what its verdicts mean, and in one sentence how its rules differ."""

    words: str
    met: str
    not_met: str
    differ: str


CONSIDER = Question(
    words="Could Botox be considered?",
    met="the diary shows what is asked for",
    not_met="the diary does not show what is asked for",
    differ=(
        "the US label counts only days with 4 hours or more of headache and asks for no other medicine first, "
        "NICE counts every headache day, 8 of them migraine, and asks for 3 preventives and managed overuse, "
        "insurers commonly take either count with 2 classes of preventives, and the European guideline "
        "prefers 2 to 3 preventives and overuse treated first where feasible."
    ),
)
GO_ON = Question(
    words="Is it working enough to go on?",
    met="the change is too small, so the rule about stopping applies",
    not_met="the change is big enough, so the rule about stopping does not apply",
    differ=(
        "both ask for 30\u00a0% fewer headache days, but NICE looks after two cycles, while the European guideline "
        "allows two to three and also looks at how strong headaches are, at daily life and at your own view."
    ),
)
PAUSE = Question(
    words="Has it worked so well that a pause is discussed?",
    met="headache days stayed below the line for three months",
    not_met="headache days did not stay below the line for three months",
    differ=(
        "NICE draws the line at 15 headache days a month and the European guideline at 10, "
        "so months with 10 to 14 are below one line and not below the other."
    ),
)
HOW_BIG = Question(
    words="How big is the response?",
    met="the change is as big as asked",
    not_met="the change is not as big as asked",
    differ=(
        "trials look at headache days alone, while the Hull clinic also looks at migraine days and at "
        "crystal-clear days, which can show a change that headache days hide."
    ),
)

QUESTIONS = (CONSIDER, GO_ON, PAUSE, HOW_BIG)
"""In the order in which a treatment meets them."""
