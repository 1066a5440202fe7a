"""The US label's reading: 15 or more days a month with 4 hours or more of headache.

Source: BOTOX (onabotulinumtoxinA) US prescribing information, Indications and usage, chronic migraine,
https://www.rxabbvie.com/pdf/botox_pi.pdf.
Reading taken: one calendar month decides; the label gives no number of months.
"""

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.measure import LONG_HEADACHE_MINUTES, Measure
from diary.clinical.month import LONG_HEADACHE_DAYS_A_MONTH, MonthSummary
from diary.clinical.sources import US_LABEL

HOURS = LONG_HEADACHE_MINUTES // 60


def judge(case: Case) -> Judgement:
    """Long headache days of one month against 15."""
    month = case.single_month(_month)
    count = month.counts[Measure.LONG_HEADACHE_DAYS]
    return Judgement(
        verdict=_month(month),
        statement=(
            f"In {month.month.in_words} the diary shows {HOURS} hours or more of headache on {count.in_words}; "
            f"the label asks for {LONG_HEADACHE_DAYS_A_MONTH}."
        ),
        open_points=_missing_minutes(count.possible),
    )


def _month(month: MonthSummary) -> Verdict:
    return month.verdict(Measure.LONG_HEADACHE_DAYS)


def _missing_minutes(possible: tuple[object, ...]) -> tuple[str, ...]:
    if not possible:
        return ()
    have = "headache day has" if len(possible) == 1 else "headache days have"
    return (f"{len(possible)} {have} no duration; filling it in would narrow this.",)


RULE = Rule(
    name="chronic_migraine_us_label",
    title="Long headache days (US label)",
    definition=f"{LONG_HEADACHE_DAYS_A_MONTH} or more days a month with headache of {HOURS} hours or more.",
    source=US_LABEL,
    topic=Topic.HEADACHE,
    judge=judge,
)
