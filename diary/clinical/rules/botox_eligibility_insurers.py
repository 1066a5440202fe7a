"""Botox, insurers: the US label's or NICE's counts in adults, with 2 preventive classes tried.

Source: insurers' own policies, which vary; no single document. Two classes, commonly for 2 months or more each, is
what many of them ask for.
Reading taken: either count will do; how long each preventive was taken is an open point.
"""

from diary.clinical.candidate import (
    classes_tried,
    enough,
    known_gaps,
    month_judged,
    said_tried,
)
from diary.clinical.case import Case
from diary.clinical.count import Verdict, strongest, weakest
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.grounds import age_of, classes_of, month_count
from diary.clinical.measure import Measure
from diary.clinical.month import LONG_HEADACHE_DAYS_A_MONTH, MonthSummary
from diary.clinical.question import CONSIDER
from diary.clinical.sources import PAYERS

CLASSES_NEEDED = 2
EITHER_COUNT = f"{LONG_HEADACHE_DAYS_A_MONTH} or more, or else the next two lines together"
DURATION_OPEN = (
    "Whether each preventive was taken for long enough, commonly 2 months: policies vary."
)


def judge(case: Case) -> Judgement:
    """Adult, either count, two classes of preventives."""
    month = month_judged(case, _month)
    classes = classes_tried(case)
    return Judgement(
        verdict=weakest((case.is_adult, _month(month), enough(classes, CLASSES_NEEDED))),
        statement=(
            f"In {month.month.in_words} the diary shows headache on {month.counts[Measure.HEADACHE_DAYS].in_words}; "
            f"{said_tried(classes, 'preventive class', 'preventive classes')}. "
            f"Many insurers ask for {CLASSES_NEEDED}; their policies vary."
        ),
        open_points=(*known_gaps(case), DURATION_OPEN),
        grounds=(
            age_of(case),
            month_count(month, Measure.LONG_HEADACHE_DAYS, EITHER_COUNT),
            month_count(month, Measure.HEADACHE_DAYS),
            month_count(month, Measure.MIGRAINE_DAYS),
            classes_of(case, CLASSES_NEEDED),
        ),
    )


def _month(month: MonthSummary) -> Verdict:
    return strongest((month.verdict(Measure.LONG_HEADACHE_DAYS), month.chronic_migraine))


RULE = Rule(
    name="botox_eligibility_insurers",
    title="Botox: insurers",
    definition=(
        "Like the US label or NICE, in adults, with preventives of "
        f"{CLASSES_NEEDED} different classes tried without success. Policies vary."
    ),
    source=PAYERS,
    topic=Topic.BOTOX,
    judge=judge,
    question=CONSIDER,
)
