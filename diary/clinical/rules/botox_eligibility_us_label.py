"""Botox, US label: adults with 15 or more days a month with 4 hours or more of headache.

Source: BOTOX (onabotulinumtoxinA) US prescribing information, Indications and usage, chronic migraine,
https://www.rxabbvie.com/pdf/botox_pi.pdf.
Reading taken: one calendar month; after the first session, the last complete month before it.
"""

from diary.clinical.candidate import UNKNOWN_AGE, month_judged
from diary.clinical.case import Case
from diary.clinical.count import Verdict, weakest
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.grounds import age_of, month_count
from diary.clinical.measure import LONG_HEADACHE_MINUTES, Measure
from diary.clinical.month import LONG_HEADACHE_DAYS_A_MONTH, MonthSummary
from diary.clinical.question import CONSIDER
from diary.clinical.sources import US_LABEL

HOURS = LONG_HEADACHE_MINUTES // 60


def judge(case: Case) -> Judgement:
    """Adult, and 15 long headache days in the month looked at."""
    month = month_judged(case, _month)
    count = month.counts[Measure.LONG_HEADACHE_DAYS]
    return Judgement(
        verdict=weakest((case.is_adult, _month(month))),
        statement=(
            f"In {month.month.in_words} the diary shows {HOURS} hours or more of headache on {count.in_words}. "
            f"The label speaks of adults with {LONG_HEADACHE_DAYS_A_MONTH} or more; "
            "for fewer its use is not established."
        ),
        open_points=(UNKNOWN_AGE,) if case.birth_date is None else (),
        grounds=(age_of(case), month_count(month, Measure.LONG_HEADACHE_DAYS)),
    )


def _month(month: MonthSummary) -> Verdict:
    return month.verdict(Measure.LONG_HEADACHE_DAYS)


RULE = Rule(
    name="botox_eligibility_us_label",
    title="Botox: US label",
    definition=(
        f"Adults with {LONG_HEADACHE_DAYS_A_MONTH} or more days a month with headache of {HOURS} hours or more."
    ),
    source=US_LABEL,
    topic=Topic.BOTOX,
    judge=judge,
    question=CONSIDER,
)
