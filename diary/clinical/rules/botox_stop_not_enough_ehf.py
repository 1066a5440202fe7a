"""Stop because it did not help enough, EHF: less than 30 % fewer headache days after two to three cycles.

Source: European Headache Federation guideline, Bendtsen L et al., J Headache Pain 2018;19:91,
https://doi.org/10.1186/s10194-018-0921-8.
Reading taken: "two to three cycles" is the third once its last 28 days are complete, before that the second.
The rule is met only when the reduction is certainly less than 30 %; exactly 30 % is not less.
"""

from diary.clinical.case import Case
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.question import GO_ON
from diary.clinical.sources import EHF
from diary.clinical.stopping import LEAST_REDUCTION_PERCENT, judge_too_little_reduction

CYCLES = (3, 2)


def judge(case: Case) -> Judgement:
    """Too little reduction at the end of the cycle looked at."""
    return judge_too_little_reduction(case, CYCLES)


RULE = Rule(
    name="botox_stop_not_enough_ehf",
    title="Not enough change: European Headache Federation",
    definition=(
        f"Less than {LEAST_REDUCTION_PERCENT} % reduction in headache days per month after two to three cycles: "
        "a rule your clinic may use about stopping."
    ),
    source=EHF,
    topic=Topic.BOTOX,
    judge=judge,
    question=GO_ON,
)
