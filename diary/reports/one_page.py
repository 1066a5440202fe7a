"""The report for a visit: one period of the diary, judged by the same builders as the pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diary.botox.models import RecordedSession
from diary.botox.side_effects.models import RecordedSideEffect
from diary.clinical.case import Case
from diary.clinical.diary import Diary
from diary.clinical.finding import Finding
from diary.clinical.measure import Counts, count_days
from diary.clinical.month import MonthSummary
from diary.clinical.period import Month, Period, four_weeks_ending
from diary.clinical.treatment import BotoxSession, Preventive
from diary.events.event import Event
from diary.reports import botox, evidence, month
from diary.reports.botox import BotoxReport, report_botox
from diary.reports.evidence import Evidence, evidence_in
from diary.reports.month import MonthReport, report_month
from diary.reports.reading import (
    diary_of,
    formulary_preventives_and_events_of,
    sessions_and_side_effects_of,
)
from diary.reports.trends import Trends, trends_of
from diary.sharing.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatWasRead:
    """All that a report of `period` rests on; every part looks at as many days as its page does."""

    view: Viewpoint
    period: Period
    diary: Diary
    rows: list[RecordedSession]
    preventives: list[Preventive] | None
    events: Sequence[Event] = ()
    side_effects: Sequence[RecordedSideEffect] = ()

    @property
    def on(self) -> date:
        """The day as which the diary is judged."""
        return self.period.last

    @property
    def sessions(self) -> list[BotoxSession]:
        """The sessions for the rules, planned ones included."""
        return [row.to_session() for row in self.rows]

    def diary_of(self, days: Period) -> Diary:
        """A part of the diary."""
        return Diary(self.diary.days_in(days), self.diary.formulary)

    def case_of(self, days: Period) -> Case:
        """A part of the diary with the treatments."""
        return Case(
            self.diary_of(days),
            on=self.on,
            sessions=self.sessions,
            preventives=self.preventives,
            birth_date=self.view.patient.birth_date,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """A diary over one period as it stands on the last day of it.

    `month` is the last month of the period; `botox` and `evidence` are None where treatments are not shared.
    """

    view: Viewpoint
    period: Period
    diary: Diary
    trends: Trends
    month: MonthReport
    botox: BotoxReport | None
    evidence: Evidence | None

    @property
    def made_on(self) -> date:
        """The day on which it is made."""
        return self.view.on

    @property
    def on(self) -> date:
        """The day as which the diary is judged."""
        return self.period.last

    @property
    def months(self) -> list[MonthSummary]:
        """The months of the period, from the first recorded one."""
        return self.trends.months

    @property
    def counts(self) -> Counts:
        """The whole period."""
        return count_days(self.diary, self.period)

    @property
    def last_28_days(self) -> Counts:
        """The 28 days that end the period."""
        return count_days(self.diary, four_weeks_ending(self.on))

    @property
    def findings(self) -> list[Finding]:
        """What the rules find, those about headaches first."""
        return [*self.month.findings, *(self.botox.findings if self.botox else [])]

    @property
    def sessions(self) -> list[BotoxSession]:
        """Every session given so far."""
        return self.botox.case.sessions if self.botox else []


def build_one_page(view: Viewpoint, period: Period) -> OnePage:
    """Read and judge what is shared of a period that ends on `view.on` or before, in three statements."""
    period = view.scope.cut(period) or period
    rows, side_effects = sessions_and_side_effects_of(view)
    formulary, preventives, events = formulary_preventives_and_events_of(view)
    window = window_of(period, [row.to_session() for row in rows])
    return page_of(
        WhatWasRead(
            view=view,
            period=period,
            diary=diary_of(view, window, formulary),
            rows=rows,
            preventives=preventives,
            events=events,
            side_effects=side_effects,
        )
    )


def page_of(read: WhatWasRead) -> OnePage:
    """The report of what was read."""
    shown = read.view.scope.treatments
    return OnePage(
        view=read.view,
        period=read.period,
        diary=read.diary,
        trends=trends_of(read.case_of(read.period), read.view.month_url, read.events),
        month=_month_in(read),
        botox=_botox_in(read) if shown else None,
        evidence=_evidence_in(read) if shown else None,
    )


def _month_in(read: WhatWasRead) -> MonthReport:
    last = Month.of(read.on)
    days = read.diary_of(month.window_of(last, read.on))
    return report_month(Case(days, on=read.on, sessions=read.sessions), last)


def _botox_in(read: WhatWasRead) -> BotoxReport:
    case = read.case_of(botox.window_of(read.sessions, read.on))
    return report_botox(case, read.rows, events=read.events, side_effects=read.side_effects)


def _evidence_in(read: WhatWasRead) -> Evidence:
    window = evidence.window_of(read.sessions, read.on)
    return evidence_in(read.case_of(window), window)


def window_of(period: Period, sessions: list[BotoxSession]) -> Period:
    """The days that the report rests on."""
    on = period.last
    parts = (
        period,
        month.window_of(Month.of(on), on),
        four_weeks_ending(on),
        botox.window_of(sessions, on),
        evidence.window_of(sessions, on),
    )
    return Period(min(part.first for part in parts), on)
