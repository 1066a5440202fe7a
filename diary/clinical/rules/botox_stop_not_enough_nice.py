"""Stop because it did not help enough, NICE: less than 30 % fewer headache days after two cycles.

Source: NICE TA260 (2012), recommendation 1.2, https://www.nice.org.uk/guidance/ta260/chapter/1-Recommendations.
Reading taken: "after two treatment cycles" is the last 28 days of the second cycle against baseline.
The rule is met only when the reduction is certainly less than 30 %; exactly 30 % is not less.
"""

from diary.clinical.case import Case
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.question import GO_ON
from diary.clinical.sources import nice
from diary.clinical.stopping import LEAST_REDUCTION_PERCENT, judge_too_little_reduction

CYCLES = (2,)


def judge(case: Case) -> Judgement:
    """Too little reduction at the end of the cycle looked at."""
    return judge_too_little_reduction(case, CYCLES)


RULE = Rule(
    name="botox_stop_not_enough_nice",
    title="Not enough change: NICE",
    definition=(
        f"Less than {LEAST_REDUCTION_PERCENT} % reduction in headache days per month after two cycles: "
        "a rule your clinic may use about stopping."
    ),
    source=nice("1.2"),
    topic=Topic.BOTOX,
    judge=judge,
    question=GO_ON,
)
