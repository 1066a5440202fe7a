"""Botox, NICE: adults with 15 headache days of which 8 migraine days, 3 preventives tried, overuse managed.

Source: NICE TA260 (2012), recommendation 1.1, https://www.nice.org.uk/guidance/ta260/chapter/1-Recommendations.
Reading taken: one calendar month; after the first session, the last complete month before it. Medication overuse
counts as managed when the month certainly has none, otherwise it is an open point.
"""

from diary.clinical.candidate import (
    capped,
    enough,
    known_gaps,
    month_judged,
    said_of_candidate,
    tried,
)
from diary.clinical.case import Case
from diary.clinical.count import Verdict, opposite, weakest
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.grounds import age_of, medicine_limits, month_count, preventives_of
from diary.clinical.measure import Measure
from diary.clinical.month import HEADACHE_DAYS_A_MONTH, MIGRAINE_DAYS_A_MONTH, MonthSummary
from diary.clinical.question import CONSIDER
from diary.clinical.sources import nice

PREVENTIVES_NEEDED = 3
OVERUSE_OPEN = (
    "Days with acute medicines reach a limit or cannot be told: is medication overuse managed?"
)


def judge(case: Case) -> Judgement:
    """Adult, both counts, three preventives; at best can't tell while overuse is not ruled out."""
    month = month_judged(case, _month)
    counts = weakest((case.is_adult, _month(month), enough(tried(case), PREVENTIVES_NEEDED)))
    managed = opposite(month.medication_overuse)
    return Judgement(
        verdict=capped(counts, managed),
        statement=(
            f"{said_of_candidate(case, month)}. NICE asks for "
            f"{HEADACHE_DAYS_A_MONTH}, {MIGRAINE_DAYS_A_MONTH} and {PREVENTIVES_NEEDED}, in adults."
        ),
        open_points=(*known_gaps(case), *((OVERUSE_OPEN,) if managed is not Verdict.MET else ())),
        grounds=(
            age_of(case),
            month_count(month, Measure.HEADACHE_DAYS),
            month_count(month, Measure.MIGRAINE_DAYS),
            preventives_of(case, PREVENTIVES_NEEDED),
            medicine_limits(month, judged=True),
        ),
    )


def _month(month: MonthSummary) -> Verdict:
    return month.chronic_migraine


RULE = Rule(
    name="botox_eligibility_nice",
    title="Botox: NICE",
    definition=(
        f"Adults with {HEADACHE_DAYS_A_MONTH} or more headache days a month of which {MIGRAINE_DAYS_A_MONTH} or "
        f"more are migraine days, at least {PREVENTIVES_NEEDED} preventives that did not work, were not tolerated "
        "or were unsuitable, and medication overuse managed."
    ),
    source=nice("1.1"),
    topic=Topic.BOTOX,
    judge=judge,
    question=CONSIDER,
)
