"""Botox, EHF: chronic migraine with 2 to 3 preventives tried; treat medication overuse first if feasible.

Source: European Headache Federation guideline, Bendtsen L et al., J Headache Pain 2018;19:91,
https://doi.org/10.1186/s10194-018-0921-8.
Reading taken: 3 preventives are met, 2 are met too since the guideline says 2 to 3; overuse is an open point only.
"""

from diary.clinical.candidate import enough, known_gaps, month_judged, said_tried, tried
from diary.clinical.case import Case
from diary.clinical.count import Verdict, weakest
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.grounds import medicine_limits, month_count, preventives_of
from diary.clinical.measure import Measure
from diary.clinical.month import MonthSummary
from diary.clinical.question import CONSIDER
from diary.clinical.sources import EHF

PREVENTIVES_NEEDED = 2
OVERUSE_FIRST = "If medicines are overused, the guideline would treat that first where feasible."


def judge(case: Case) -> Judgement:
    """The month criterion of chronic migraine and two preventives."""
    month = month_judged(case, _month)
    overused = month.medication_overuse is not Verdict.NOT_MET
    return Judgement(
        verdict=weakest((_month(month), enough(tried(case), PREVENTIVES_NEEDED))),
        statement=_statement(case, month),
        open_points=(*known_gaps(case), *((OVERUSE_FIRST,) if overused else ())),
        grounds=(
            month_count(month, Measure.HEADACHE_DAYS),
            month_count(month, Measure.MIGRAINE_DAYS),
            preventives_of(case, PREVENTIVES_NEEDED, "2 to 3"),
            medicine_limits(month, judged=False),
        ),
    )


def _month(month: MonthSummary) -> Verdict:
    return month.chronic_migraine


def _statement(case: Case, month: MonthSummary) -> str:
    headache, migraine = month.counts[Measure.HEADACHE_DAYS], month.counts[Measure.MIGRAINE_DAYS]
    return (
        f"In {month.month.in_words} the diary shows headache on {headache.in_words}; "
        f"migraine on {migraine.in_words}; "
        f"{said_tried(tried(case), 'preventive', 'preventives')}. "
        "The guideline speaks of chronic migraine and 2 to 3 preventives."
    )


RULE = Rule(
    name="botox_eligibility_ehf",
    title="Botox: European Headache Federation",
    definition="Chronic migraine with 2 to 3 preventives tried; treat medication overuse first if feasible.",
    source=EHF,
    topic=Topic.BOTOX,
    judge=judge,
    question=CONSIDER,
)
