"""The report of the Botox treatment: sessions, before and after, curve, and the rules clinics use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from diary.botox.models import RecordedSession
from diary.botox.side_effects.models import RecordedSideEffect
from diary.clinical.botox import Course, Cycle, Timing
from diary.clinical.case import Case
from diary.clinical.finding import Finding, Topic
from diary.clinical.next_session import NextSession, next_session
from diary.clinical.period import Month, Period, four_weeks_ending
from diary.clinical.rulebook import findings_for
from diary.clinical.side_effects import by_session, is_watched
from diary.clinical.treatment import BotoxSession, days_given
from diary.events.event import Event
from diary.reports.before_after import BeforeAfter, before_and_after
from diary.reports.comparing import Choice, choices_of
from diary.reports.reading import (
    diary_of,
    formulary_preventives_and_events_of,
    sessions_and_side_effects_of,
)
from diary.reports.treatment_changes import OtherChange, lettered_changes, session_changes
from diary.reports.words import YES_OR_NO
from diary.sharing.viewpoint import Viewpoint

TIMINGS = {
    Timing.EARLY: "early",
    Timing.ON_SCHEDULE: "on schedule",
    Timing.LATE: "late",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BotoxReport:
    """The treatment as it stands on `case.on`; `chosen` is None before the first session."""

    case: Case
    rows: list[RecordedSession]
    side_effects: Sequence[RecordedSideEffect]
    chosen: BeforeAfter | None
    findings: list[Finding]
    events: list[Event]

    @property
    def course(self) -> Course | None:
        """The treatment so far."""
        return self.case.course

    @property
    def next_session(self) -> NextSession:
        """When the next session is planned or due."""
        return next_session([row.to_session() for row in self.rows], self.case.on)

    @property
    def side_effects_by_session(self) -> dict[date | None, list[RecordedSideEffect]]:
        """What followed each session, the latest session first."""
        return by_session(self.side_effects, self._days_given)

    @property
    def is_watched(self) -> bool:
        """Whether the signs that cannot wait stand above everything else."""
        return is_watched(self.case.on, self._days_given)

    @property
    def _days_given(self) -> list[date]:
        return days_given([row.to_session() for row in self.rows], self.case.on)

    @property
    def choices(self) -> list[list[Choice]]:
        """What can be compared, cycle by cycle."""
        return choices_of(self.course) if self.course else []

    @property
    def cycle_rows(self) -> list[list[str]]:
        """Each cycle as a row: number, units, time since the session before, wearing-off."""
        return [_cycle_row(cycle) for cycle in self.course.cycles] if self.course else []

    @property
    def marked_changes(self) -> list[OtherChange]:
        """What else changed since the four weeks before the first session, as the charts mark it."""
        if self.course is None:
            return []
        window = Period(self.course.baseline.period.first, self.case.on)
        return lettered_changes(self.case.preventives or (), self.events, window)

    @property
    def other_changes(self) -> list[OtherChange]:
        """What else changed between the first and the last day compared, sessions out of turn too."""
        if self.chosen is None or self.course is None:
            return []
        compared = self.chosen.comparison
        window = Period(compared.before.period.first, compared.after.period.last)
        changes = [*self.marked_changes, *session_changes(self.course)]
        return sorted(
            (one for one in changes if one.touches(window)), key=lambda change: change.first
        )


def report_botox(
    case: Case,
    rows: list[RecordedSession],
    key: str | None = None,
    side_effects: Sequence[RecordedSideEffect] = (),
    events: Iterable[Event] = (),
) -> BotoxReport:
    """The report from what was read; raise UnknownBlockError for a key of no block."""
    return BotoxReport(
        case=case,
        rows=rows,
        side_effects=side_effects,
        chosen=before_and_after(case.diary, case.course, key) if case.course else None,
        findings=findings_for(case, [Topic.BOTOX]),
        events=list(events),
    )


def build_botox_report(view: Viewpoint, key: str | None = None) -> BotoxReport:
    """Read and judge the treatment, in three statements. Raises UnknownBlockError."""
    rows, side_effects = sessions_and_side_effects_of(view)
    sessions = [row.to_session() for row in rows]
    formulary, preventives, events = formulary_preventives_and_events_of(view)
    diary = diary_of(view, window_of(sessions, view.on), formulary)
    case = Case(
        diary,
        on=view.on,
        sessions=sessions,
        preventives=preventives,
        birth_date=view.patient.birth_date,
    )
    return report_botox(case, rows, key, side_effects, events)


def window_of(sessions: list[BotoxSession], on: date) -> Period:
    """The days that the treatment rests on: the complete month before the first session and all since."""
    begins = min(days_given(sessions, on), default=on)
    month_before = Month.of(begins).plus(-1).period.first
    return Period(min(month_before, four_weeks_ending(begins).first), on)


def _cycle_row(cycle: Cycle) -> list[str]:
    since = "first session"
    if cycle.interval_days is not None and cycle.timing is not None:
        since = f"{cycle.interval_days} days, {TIMINGS[cycle.timing]}"
    day = cycle.session.date
    return [
        f"{cycle.number}: {day.day} {day:%b} {day.year}",
        f"{cycle.session.units or 'not given'}",
        since,
        YES_OR_NO[cycle.wearing_off],
    ]
