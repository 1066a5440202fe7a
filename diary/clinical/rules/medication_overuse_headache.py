"""Medication-overuse headache pattern: overuse and 15 headache days in the same months, for more than 3 months.

Source: ICHD-3 (2018), 8.2,
https://ichd-3.org/8-headache-attributed-to-a-substance-or-its-withdrawal/8-2-medication-overuse-headache-moh/.
Reading taken: both counts are asked of each of four calendar months in a row.
"""

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.month import HEADACHE_DAYS_A_MONTH, MonthSummary
from diary.clinical.sources import ichd
from diary.clinical.sustained import judge_sustained

PATTERN = f"{HEADACHE_DAYS_A_MONTH} or more headache days together with a medicine limit reached"
OPEN_POINTS = (
    "Whether another diagnosis explains the headaches better: a question for the visit.",
)


def judge(case: Case) -> Judgement:
    """Four months of the row, each with overuse and 15 headache days."""
    return judge_sustained(case, _month, PATTERN, OPEN_POINTS)


def _month(month: MonthSummary) -> Verdict:
    return month.medication_overuse_headache


RULE = Rule(
    name="medication_overuse_headache",
    title="Medication-overuse headache pattern",
    definition=f"{PATTERN} in a month, for more than 3 months.",
    source=ichd("8.2"),
    topic=Topic.MEDICINES,
    judge=judge,
)
