"""The months as strips of days, as on a paper diary: severity, migraine, medicine, period, Botox."""

from dataclasses import dataclass
from datetime import date

from diary.clinical.answer import Answer
from diary.clinical.day import DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure, is_acute_medication_day
from diary.clinical.migraine_day import acute_doses, is_migraine_day
from diary.clinical.month import MonthSummary
from diary.reports.calendar import mark_of
from diary.reports.words import bounds
from diary.web.formatting import brief_date, in_quarters

SIGNS = {"mild": "1", "moderate": "2", "severe": "3", "headache": "+", "unrecorded": "–"}
"""What stands for each mark in the row of headaches; a clear day is left white."""

TOTALS = {
    Measure.HEADACHE_DAYS: "headache",
    Measure.MIGRAINE_DAYS: "migraine",
    Measure.ACUTE_MEDICATION_DAYS: "acute medicine",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StripDay:
    """One day of a strip. `mark` as in a calendar, or "ahead"; the other parts are signs to print."""

    number: int
    weekend: bool
    mark: str
    headache: str = ""
    migraine: str = ""
    medicine: str = ""
    period: str = ""
    botox: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One month with what it adds up to."""

    title: str
    words: str
    days: list[StripDay]
    has_period: bool


def strip_of(month: MonthSummary, diary: Diary, on: date, sessions: frozenset[date]) -> Strip:
    """A month as it stands on a day; days after it lie ahead."""
    days = [_day(day, diary, on, sessions) for day in month.month.period]
    given = [brief_date(day) for day in month.month.period if day in sessions and day <= on]
    counts = month.counts
    totals = (f"{name} {bounds(counts[measure])}" for measure, name in TOTALS.items())
    words = f"{counts.recorded} of {len(counts)} days recorded; days with {', '.join(totals)}"
    return Strip(
        title=month.month.in_words,
        words=words + (f"; Botox on {' and '.join(given)}" if given else ""),
        days=days,
        has_period=any(day.period for day in days),
    )


def _day(day: date, diary: Diary, on: date, sessions: frozenset[date]) -> StripDay:
    weekend = day.isoweekday() > 5
    if day > on:
        return StripDay(number=day.day, weekend=weekend, mark="ahead")
    recorded = diary.day(day)
    mark = mark_of(recorded)
    return StripDay(
        number=day.day,
        weekend=weekend,
        mark=mark,
        headache=SIGNS.get(mark, ""),
        migraine=_migraine(recorded, diary),
        medicine=_medicine(recorded, diary),
        period="P" if recorded and recorded.menstruation else "",
        botox="B" if day in sessions else "",
    )


def _migraine(day: DiaryDay | None, diary: Diary) -> str:
    if day is None:
        return ""
    return _sign(is_migraine_day(day, diary.formulary), "M")


def _medicine(day: DiaryDay | None, diary: Diary) -> str:
    """How many doses against headache, of medicines known to be such."""
    if day is None:
        return ""
    doses = sum(dose.count for dose in acute_doses(day))
    return _sign(is_acute_medication_day(day, diary.formulary), in_quarters(doses))


def _sign(answer: Answer, sign: str) -> str:
    return {True: sign, False: "", None: "?"}[answer]
