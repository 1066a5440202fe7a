"""Days whose headache looks like cluster headache: a pattern to show, never a diagnosis.

Source: ICHD-3 (2018), 3.1 Cluster headache, https://ichd-3.org/3-trigeminal-autonomic-cephalalgias/3-1-cluster-headache/.
"""

from diary.clinical.answer import Answer, all_of
from diary.clinical.count import Count
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.diary import Diary

CLUSTER_DAYS_NEEDED = 5
SHORTEST_MINUTES, LONGEST_MINUTES = 15, 180


def is_cluster_like(day: DiaryDay) -> Answer:
    """Severe, one-sided, 15 to 180 minutes, with signs on that side or restlessness."""
    if not day.headache:
        return False
    severe = None if day.severity is None else day.severity is Severity.SEVERE
    length = None if day.minutes is None else SHORTEST_MINUTES <= day.minutes <= LONGEST_MINUTES
    return all_of((severe, day.one_sided, length, day.cluster_signs))


def count_cluster_days(diary: Diary) -> Count:
    """Over the recorded days only: unrecorded days say nothing about the pattern."""
    answers = [(day.date, is_cluster_like(day)) for day in diary]
    certain = tuple(on for on, answer in answers if answer)
    possible = tuple(on for on, answer in answers if answer is None)
    return Count(
        lower=len(certain),
        upper=len(certain) + len(possible),
        recorded=len(answers),
        length=len(answers),
        certain=certain,
        possible=possible,
    )
