"""Stop because it worked, European Headache Federation: fewer than 10 headache days a month for three months in a row.

Source: European Headache Federation guideline, Bendtsen L et al., J Headache Pain 2018;19:91,
https://doi.org/10.1186/s10194-018-0921-8.
Reading taken: the last three complete calendar months, all begun on or after the first session.
"""

from diary.clinical.case import Case
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.question import PAUSE
from diary.clinical.sources import EHF
from diary.clinical.stopping import MONTHS_THAT_WORKED, judge_worked

FEWER_THAN = 10


def judge(case: Case) -> Judgement:
    """Fewer headache days than 10 in each of three months."""
    return judge_worked(case, FEWER_THAN)


RULE = Rule(
    name="botox_stop_worked_ehf",
    title="It worked: European Headache Federation",
    definition=(
        f"Fewer than {FEWER_THAN} headache days a month for {MONTHS_THAT_WORKED} months in a row: "
        "a rule your clinic may use about stopping. The guideline has the diary looked at again 4 to 5 months later."
    ),
    source=EHF,
    topic=Topic.BOTOX,
    judge=judge,
    question=PAUSE,
)
