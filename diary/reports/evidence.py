"""The evidence for a consultation about Botox: the months, the medicines tried, and what is still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diary.clinical.candidate import failed_classes, failed_preventives, month_judged
from diary.clinical.case import Case
from diary.clinical.finding import Finding, Topic
from diary.clinical.grounds import age_of
from diary.clinical.measure import Measure
from diary.clinical.month import MonthSummary
from diary.clinical.period import Month, Period, twelve_months_ending
from diary.clinical.question import CONSIDER
from diary.clinical.rulebook import all_rules, findings_for
from diary.clinical.rules.botox_eligibility_insurers import CLASSES_NEEDED
from diary.clinical.rules.botox_eligibility_nice import PREVENTIVES_NEEDED
from diary.clinical.treatment import BotoxSession, days_given
from diary.reports.clinic_rules import Answer, answers_in
from diary.reports.evidence_steps import next_steps
from diary.reports.reading import diary_of, formulary_and_preventives_of, session_rows_of
from diary.reports.words import YES_OR_NO, bounds
from diary.sharing.viewpoint import Viewpoint

MONTH_HEADERS = (
    "Month",
    "Recorded",
    "Headache",
    "Migraine",
    "15 and 8 reached",
    "4 hours or more",
    "Acute medicine",
    "A medicine limit reached",
)
COUNTED = (
    Measure.HEADACHE_DAYS,
    Measure.MIGRAINE_DAYS,
    Measure.LONG_HEADACHE_DAYS,
    Measure.ACUTE_MEDICATION_DAYS,
)
BACKGROUND = ("chronic_migraine", "medication_overuse")
"""The rules about months in a row that stand behind the sources' own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the diary can show of a candidate, as it stood before treatment.

    `case` is judged by the sources' rules. `before` ends on the last day that this page looks at:
    today, or after the first session the last day of the month before it.
    """

    case: Case
    before: Case
    window: Period

    @property
    def started(self) -> date | None:
        """The day of the first session, if there was one."""
        return self.case.course.cycles[0].session.date if self.case.course else None

    @property
    def age(self) -> str:
        """Whether the patient is an adult, as most sources ask; never the birth date."""
        return age_of(self.case).shows

    @property
    def months(self) -> list[MonthSummary]:
        """Up to twelve months, beginning with the first recorded one."""
        return self.before.months

    @property
    def looked_at(self) -> Period | None:
        """The days of these months as far as they have gone, None without a recorded day."""
        if not self.months:
            return None
        return Period(self.months[0].counts.period.first, self.window.last)

    @property
    def recorded(self) -> int:
        """How many of these days were recorded."""
        return sum(month.counts.recorded for month in self.months)

    @property
    def judged(self) -> MonthSummary:
        """The month that the sources' counts look at."""
        return month_judged(self.case, lambda month: month.chronic_migraine)

    @property
    def answer(self) -> Answer:
        """What each source finds, side by side."""
        findings = findings_for(self.case, [Topic.BOTOX])
        return next(one for one in answers_in(findings) if one.question is CONSIDER)

    @property
    def background(self) -> list[Finding]:
        """Months in a row with the counts of chronic migraine, and with a medicine limit reached."""
        rules = (all_rules()[name] for name in BACKGROUND)
        return [Finding(rule=rule, judgement=rule.judge(self.before)) for rule in rules]

    @property
    def month_rows(self) -> list[list[str]]:
        """Each month as a row of words, in the order of MONTH_HEADERS."""
        return [_row(month) for month in self.months]

    @property
    def tried_counts(self) -> str | None:
        """How many preventives and classes failed, beside what is asked; None without a list."""
        if self.case.preventives is None:
            return None
        medicines = failed_preventives(self.case.preventives)
        classes = failed_classes(self.case.preventives)
        return (
            f"Tried without success: {bounds(medicines)} different "
            f"{'medicine' if medicines.upper == 1 else 'medicines'} (NICE asks for {PREVENTIVES_NEEDED}), of "
            f"{bounds(classes)} {'class' if classes.upper == 1 else 'classes'} (insurers commonly ask for "
            f"{CLASSES_NEEDED}). A medicine counts once, however often its dose changed."
        )

    @property
    def open_points(self) -> list[str]:
        """What the diary cannot tell, each said once: for the clinician."""
        found = (*self.background, *self.answer.findings)
        points = (point for finding in found for point in finding.judgement.open_points)
        return list(dict.fromkeys(points))

    @property
    def steps(self) -> list[str]:
        """What would make the page more complete, in neutral words."""
        return next_steps(self.case, self.months, self.judged)


def build_evidence(view: Viewpoint) -> Evidence:
    """Read and judge the time before treatment, in three statements."""
    sessions = [row.to_session() for row in session_rows_of(view)]
    formulary, preventives = formulary_and_preventives_of(view)
    window = window_of(sessions, view.on)
    case = Case(
        diary_of(view, window, formulary),
        on=view.on,
        sessions=sessions,
        preventives=preventives,
        birth_date=view.patient.birth_date,
    )
    return evidence_in(case, window)


def evidence_in(case: Case, window: Period) -> Evidence:
    """The evidence in what was read."""
    return Evidence(case=case, before=Case(case.diary, on=window.last), window=window)


def window_of(sessions: Sequence[BotoxSession], on: date) -> Period:
    """The twelve months that end with `on`, or after the first session with the month before it."""
    first = min(days_given(sessions, on), default=None)
    last = Month.of(first).plus(-1).period.last if first else on
    return twelve_months_ending(last)


def _row(month: MonthSummary) -> list[str]:
    counts = [bounds(month.counts[measure]) for measure in COUNTED]
    return [
        f"{month.month.in_words}{' so far' if month.is_running else ''}",
        f"{month.counts.recorded} of {len(month.counts)}",
        *counts[:2],
        YES_OR_NO[month.chronic_migraine],
        *counts[2:],
        YES_OR_NO[month.medication_overuse],
    ]
