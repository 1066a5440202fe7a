"""Hull criteria: half the headache days, or half the migraine days, or crystal-clear days at least doubled.

Source: Khalil M et al., J Headache Pain 2014;15:54, https://doi.org/10.1186/1129-2377-15-54.
Reading taken: the last 28 days of the second cycle against baseline; a part that was certainly 0 before is left out.
"""

from diary.clinical.botox import RESPONSE_CYCLE
from diary.clinical.case import Case
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.measure import Measure
from diary.clinical.question import HOW_BIG
from diary.clinical.response import HULL_PERCENT, Comparison, response_to
from diary.clinical.sources import HULL
from diary.clinical.stopping import NO_BASELINE, fewer_or_more, not_complete, sides_of

PARTS = (Measure.HEADACHE_DAYS, Measure.MIGRAINE_DAYS, Measure.CRYSTAL_CLEAR_DAYS)


def judge(case: Case) -> Judgement:
    """Any of the three parts."""
    response = response_to(case.diary, case.course) if case.course else None
    if response is None:
        return not_complete(RESPONSE_CYCLE)
    return Judgement(
        verdict=response.hull,
        statement=_statement(response),
        open_points=() if response.usable else (NO_BASELINE,),
        grounds=tuple(
            ground for part in PARTS for ground in sides_of(response, RESPONSE_CYCLE, part)
        ),
    )


def _statement(response: Comparison) -> str:
    headache, migraine = (fewer_or_more(response.reduction(part)) for part in PARTS[:2])
    clear = (
        side[Measure.CRYSTAL_CLEAR_DAYS].in_words for side in (response.before, response.after)
    )
    return (
        f"Headache days: {headache}; migraine days: {migraine}; "
        f"crystal-clear days: {' before, '.join(clear)} after."
    )


RULE = Rule(
    name="botox_response_hull",
    title="Size of the response: Hull criteria",
    definition=(
        f"At least {HULL_PERCENT} % fewer headache days, or {HULL_PERCENT} % fewer migraine days, or twice the "
        f"crystal-clear days, after {RESPONSE_CYCLE} cycles."
    ),
    source=HULL,
    topic=Topic.BOTOX,
    judge=judge,
    question=HOW_BIG,
)
