"""Chronic migraine: 15 headache days of which 8 migraine days a month, for more than 3 months.

Source: ICHD-3 (2018), 1.3 Chronic migraine, https://ichd-3.org/1-migraine/1-3-chronic-migraine/.
Reading taken: "more than 3 months" is four calendar months in a row; the running month takes part once
both counts are already reached.
"""

from dataclasses import replace

from diary.clinical.case import Case
from diary.clinical.cluster import CLUSTER_DAYS_NEEDED, count_cluster_days
from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.month import HEADACHE_DAYS_A_MONTH, MIGRAINE_DAYS_A_MONTH, MonthSummary
from diary.clinical.sources import ichd
from diary.clinical.sustained import judge_sustained

COUNTS = f"{HEADACHE_DAYS_A_MONTH} or more headache days and {MIGRAINE_DAYS_A_MONTH} or more migraine days"
ANOTHER_DIAGNOSIS = "Counts reached; another diagnosis to rule out."
OPEN_POINTS = (
    "At least five earlier attacks that fit migraine: a question for the visit.",
    "Whether another diagnosis explains the headaches better: a question for the visit.",
)


def judge(case: Case) -> Judgement:
    """Four months of the row, each with both counts reached."""
    judgement = judge_sustained(case, _month, COUNTS, OPEN_POINTS)
    judgement = replace(judgement, months_in_a_row=case.months_in_a_row(_month))
    if judgement.verdict is Verdict.MET and _shows_cluster_pattern(case):
        return replace(judgement, statement=ANOTHER_DIAGNOSIS)
    return judgement


def _month(month: MonthSummary) -> Verdict:
    return month.chronic_migraine


def _shows_cluster_pattern(case: Case) -> bool:
    return count_cluster_days(case.diary).verdict(CLUSTER_DAYS_NEEDED) is Verdict.MET


RULE = Rule(
    name="chronic_migraine",
    title="Chronic migraine",
    definition=f"{COUNTS} in a month, for more than 3 months.",
    source=ichd("1.3"),
    topic=Topic.HEADACHE,
    judge=judge,
)
