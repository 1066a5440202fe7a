"""Responder bands: headache days fewer by 30, 50, 75 or 100 % at the end of the second cycle.

Source: trial convention; no single document.
Reading taken: the last 28 days of the second cycle against baseline; the verdict is that of the lowest band.
"""

from diary.clinical.botox import RESPONSE_CYCLE
from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.finding import Ground, Judgement, Rule, Topic
from diary.clinical.measure import Measure
from diary.clinical.question import HOW_BIG
from diary.clinical.reduction import Reduction
from diary.clinical.response import RESPONDER_BANDS, response_to
from diary.clinical.sources import TRIAL_CONVENTION
from diary.clinical.stopping import NO_BASELINE, fewer_or_more, not_complete, sides_of

LOWEST = RESPONDER_BANDS[0]


def judge(case: Case) -> Judgement:
    """Each band, the lowest of them as the verdict."""
    response = response_to(case.diary, case.course) if case.course else None
    if response is None:
        return not_complete(RESPONSE_CYCLE)
    reduction = response.reduction(Measure.HEADACHE_DAYS)
    return Judgement(
        verdict=reduction.reaches(LOWEST),
        statement=f"Headache days: {fewer_or_more(reduction)}. {_highest(reduction)}",
        open_points=() if response.usable else (NO_BASELINE,),
        grounds=(
            *sides_of(response, RESPONSE_CYCLE, Measure.HEADACHE_DAYS),
            *(_band(reduction, percent) for percent in RESPONDER_BANDS),
        ),
    )


def _highest(reduction: Reduction) -> str:
    reached = [band for band in RESPONDER_BANDS if reduction.reaches(band) is Verdict.MET]
    if not reached:
        return "No band is certainly reached."
    return f"The highest band certainly reached is {reached[-1]}\u00a0%."


def _band(reduction: Reduction, percent: int) -> Ground:
    return Ground(
        name=f"Band of {percent}\u00a0%",
        shows=fewer_or_more(reduction),
        asks=f"{percent}\u00a0% fewer or more",
        verdict=reduction.reaches(percent),
    )


RULE = Rule(
    name="botox_response_bands",
    title="Size of the response: bands of trials",
    definition=(
        f"Headache days fewer by {', '.join(map(str, RESPONDER_BANDS[:-1]))} or {RESPONDER_BANDS[-1]} % after "
        f"{RESPONSE_CYCLE} cycles. The verdict is that of the lowest band, {LOWEST} %."
    ),
    source=TRIAL_CONVENTION,
    topic=Topic.BOTOX,
    judge=judge,
    question=HOW_BIG,
)
