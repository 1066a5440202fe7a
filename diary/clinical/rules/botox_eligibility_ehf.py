"""Botox, EHF: chronic migraine with 2 to 3 preventives tried; treat medication overuse first if feasible.

Source: European Headache Federation guideline, Bendtsen L et al., J Headache Pain 2018;19:91,
https://doi.org/10.1186/s10194-018-0921-8.
Reading taken: 3 preventives are met, 2 are met too since the guideline says 2 to 3; overuse is an open point only.
"""

from diary.clinical.candidate import enough, known_gaps, month_judged, said_of_candidate, tried
from diary.clinical.case import Case
from diary.clinical.count import Verdict, weakest
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.grounds import medicine_limits, month_count, preventives_of
from diary.clinical.measure import Measure
from diary.clinical.month import MonthSummary
from diary.clinical.question import CONSIDER
from diary.clinical.sources import EHF

PREVENTIVES_NEEDED = 2
TWO_TO_THREE = "2 to 3"
OVERUSE_FIRST = "If medicines are overused, the guideline would treat that first where feasible."


def judge(case: Case) -> Judgement:
    """The month criterion of chronic migraine and two preventives."""
    month = month_judged(case, _month)
    overused = month.medication_overuse is not Verdict.NOT_MET
    return Judgement(
        verdict=weakest((_month(month), enough(tried(case), PREVENTIVES_NEEDED))),
        statement=(
            f"{said_of_candidate(case, month)}. "
            f"The guideline speaks of chronic migraine and {TWO_TO_THREE} preventives."
        ),
        open_points=(*known_gaps(case), *((OVERUSE_FIRST,) if overused else ())),
        grounds=(
            month_count(month, Measure.HEADACHE_DAYS),
            month_count(month, Measure.MIGRAINE_DAYS),
            preventives_of(case, PREVENTIVES_NEEDED, TWO_TO_THREE),
            medicine_limits(month, judged=False),
        ),
    )


def _month(month: MonthSummary) -> Verdict:
    return month.chronic_migraine


RULE = Rule(
    name="botox_eligibility_ehf",
    title="Botox: European Headache Federation",
    definition="Chronic migraine with 2 to 3 preventives tried; treat medication overuse first if feasible.",
    source=EHF,
    topic=Topic.BOTOX,
    judge=judge,
    question=CONSIDER,
)
