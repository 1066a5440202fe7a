"""Cluster pattern: five or more days that look like cluster headache, to show the clinician.

Source: ICHD-3 (2018), 3.1 Cluster headache,
https://ichd-3.org/3-trigeminal-autonomic-cephalalgias/3-1-cluster-headache/.
Reading taken: the five attacks of 3.1 are counted as five days, over all recorded days.
"""

from diary.clinical.case import Case
from diary.clinical.cluster import (
    CLUSTER_DAYS_NEEDED,
    LONGEST_MINUTES,
    SHORTEST_MINUTES,
    count_cluster_days,
)
from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.sources import ichd


def judge(case: Case) -> Judgement:
    """Days that look like cluster headache against five."""
    count = count_cluster_days(case.diary)
    verdict = count.verdict(CLUSTER_DAYS_NEEDED)
    if verdict is Verdict.MET:
        statement = (
            f"The diary shows {count.in_words} of this kind: a pattern to show your clinician."
        )
    elif verdict is Verdict.NOT_MET:
        statement = f"The diary does not show this pattern ({count.in_words})."
    else:
        statement = f"Some answers are blank, so it is open whether the pattern is there ({count.in_words})."
    return Judgement(verdict=verdict, statement=statement)


RULE = Rule(
    name="cluster_pattern",
    title="Cluster pattern",
    definition=(
        f"{CLUSTER_DAYS_NEEDED} or more days with severe one-sided pain in or around the eye or temple for "
        f"{SHORTEST_MINUTES} to {LONGEST_MINUTES} minutes, with signs on that side or restlessness."
    ),
    source=ichd("3.1"),
    topic=Topic.HEADACHE,
    judge=judge,
)
