"""Stop because it worked, NICE: fewer than 15 headache days a month for three months in a row.

Source: NICE TA260 (2012), recommendation 1.2, https://www.nice.org.uk/guidance/ta260/chapter/1-Recommendations.
Reading taken: the last three complete calendar months, all begun on or after the first session.
"""

from diary.clinical.case import Case
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.question import PAUSE
from diary.clinical.sources import nice
from diary.clinical.stopping import MONTHS_THAT_WORKED, judge_worked

FEWER_THAN = 15


def judge(case: Case) -> Judgement:
    """Fewer headache days than 15 in each of three months."""
    return judge_worked(case, FEWER_THAN)


RULE = Rule(
    name="botox_stop_worked_nice",
    title="It worked: NICE",
    definition=(
        f"Fewer than {FEWER_THAN} headache days a month for {MONTHS_THAT_WORKED} months in a row: "
        "a rule your clinic may use about stopping."
    ),
    source=nice("1.2"),
    topic=Topic.BOTOX,
    judge=judge,
    question=PAUSE,
)
