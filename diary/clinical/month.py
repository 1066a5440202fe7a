"""One calendar month of the diary, judged: summarise_month()."""

from dataclasses import dataclass
from datetime import date

from diary.clinical.count import Count, Verdict, strongest, weakest
from diary.clinical.diary import Diary
from diary.clinical.measure import AnyMeasure, Counts, Measure, MedicineMeasure, count_days
from diary.clinical.period import Month, months_between

HEADACHE_DAYS_A_MONTH = 15
"""Chronic migraine asks for this many headache days a month [ICHD-3 1.3]."""
MIGRAINE_DAYS_A_MONTH = 8
"""Of which this many migraine days [ICHD-3 1.3]."""
LONG_HEADACHE_DAYS_A_MONTH = 15
"""Days with 4 hours or more of headache, in the US label's reading."""

SEVERAL_CLASSES_NEEDED = 2
MEDICINE_DAYS_A_MONTH: dict[AnyMeasure, int] = {
    MedicineMeasure.TRIPTAN: 10,
    MedicineMeasure.ERGOT: 10,
    MedicineMeasure.OPIOID: 10,
    MedicineMeasure.COMBINATION_ANALGESIC: 10,
    MedicineMeasure.SIMPLE_ANALGESIC: 15,
    MedicineMeasure.SEVERAL_CLASSES: 10,
    MedicineMeasure.DITAN: 10,
}
"""Days of intake a month from which overuse is spoken of [ICHD-3 8.2]; ditan: a caution, not ICHD-3."""

HINT_DAYS_BEFORE_LIMIT = {10: 8, 15: 12}
"""From how many days a month a class is near its limit, by limit."""

SINGLE_CLASSES = (
    MedicineMeasure.TRIPTAN,
    MedicineMeasure.ERGOT,
    MedicineMeasure.OPIOID,
    MedicineMeasure.COMBINATION_ANALGESIC,
    MedicineMeasure.SIMPLE_ANALGESIC,
)
"""The classes with a limit of their own in ICHD-3 8.2."""

THRESHOLDS: dict[AnyMeasure, int] = {
    Measure.HEADACHE_DAYS: HEADACHE_DAYS_A_MONTH,
    Measure.MIGRAINE_DAYS: MIGRAINE_DAYS_A_MONTH,
    Measure.LONG_HEADACHE_DAYS: LONG_HEADACHE_DAYS_A_MONTH,
    **MEDICINE_DAYS_A_MONTH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSummary:
    """A calendar month as far as `on`; its length is the days elapsed while it runs."""

    month: Month
    counts: Counts
    days_to_come: int

    @property
    def is_running(self) -> bool:
        """Days of the month still lie ahead."""
        return self.days_to_come > 0

    def verdict(self, measure: AnyMeasure) -> Verdict:
        """Whether the month reaches the measure's threshold, as far as it can be told today."""
        if measure is MedicineMeasure.SEVERAL_CLASSES:
            return self._several_classes()
        return self.counts[measure].verdict(THRESHOLDS[measure], self.days_to_come)

    @property
    def chronic_migraine(self) -> Verdict:
        """The month criterion of ICHD-3 1.3: the weaker of headache days and migraine days."""
        return weakest((self.verdict(Measure.HEADACHE_DAYS), self.verdict(Measure.MIGRAINE_DAYS)))

    @property
    def medication_overuse(self) -> Verdict:
        """Whether any limit of ICHD-3 8.2 is reached; ditans stand outside it."""
        limits = (*SINGLE_CLASSES, MedicineMeasure.SEVERAL_CLASSES)
        return strongest(tuple(self.verdict(limit) for limit in limits))

    @property
    def medication_overuse_headache(self) -> Verdict:
        """Overuse and 15 headache days in the same month."""
        return weakest((self.medication_overuse, self.verdict(Measure.HEADACHE_DAYS)))

    def is_near_limit(self, medicine: MedicineMeasure) -> bool:
        """From 8 days of a limit of 10, or 12 of 15, and not yet there."""
        limit = MEDICINE_DAYS_A_MONTH.get(medicine)
        if limit is None:
            return False
        return HINT_DAYS_BEFORE_LIMIT[limit] <= self.counts[medicine].lower < limit

    def _several_classes(self) -> Verdict:
        """Days with any of the classes, two of them taken at least, none over its own limit."""
        if Verdict.MET in (self.verdict(single) for single in SINGLE_CLASSES):
            return Verdict.NOT_MET
        days = self.counts[MedicineMeasure.SEVERAL_CLASSES].verdict(
            MEDICINE_DAYS_A_MONTH[MedicineMeasure.SEVERAL_CLASSES], self.days_to_come
        )
        return weakest((days, self._classes_taken().verdict(SEVERAL_CLASSES_NEEDED)))

    def _classes_taken(self) -> Count:
        """How many classes were taken: certainly, and possibly."""
        taken = [self.counts[single] for single in SINGLE_CLASSES]
        return Count(
            lower=sum(count.lower > 0 for count in taken),
            upper=sum(count.upper + self.days_to_come > 0 for count in taken),
            recorded=self.counts.recorded,
            length=len(self.counts),
        )


def summarise_month(diary: Diary, month: Month, on: date) -> MonthSummary:
    """Count and judge `month` as it stands on `on`, which must not lie before it."""
    elapsed = month.period.until(on)
    return MonthSummary(
        month=month,
        counts=count_days(diary, elapsed),
        days_to_come=len(month.period) - len(elapsed),
    )


def months_of(diary: Diary, on: date) -> list[Month]:
    """From the month of the first recorded day to the month of `on`, none left out."""
    first = diary.first_date
    return months_between(Month.of(first), Month.of(on)) if first else []
