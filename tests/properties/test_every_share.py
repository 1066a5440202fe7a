"""What holds for every shared diary: the reader's numbers are the patient's, and nothing else shows."""

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.accounts.models import Account, Role
from diary.botox.store import add_session
from diary.clinical.day import DiaryDay
from diary.clinical.period import Month
from diary.clinical.treatment import BotoxSession
from diary.days.store import write_days
from diary.reports.assessment import assess, document
from diary.reports.botox import build_botox_report
from diary.reports.day import build_day_report
from diary.reports.evidence import build_evidence
from diary.reports.month import build_month_report
from diary.reports.trends import build_trends
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.viewpoint import Viewpoint
from tests.cast import a_person
from tests.properties.test_every_diary import diaries

FIRST, LENGTH, ON = date(2026, 3, 20), 50, date(2026, 5, 12)
MONTHS = [Month(2026, number) for number in (2, 3, 4, 5)]
NUMBERS = count()

dates = st.dates(FIRST, ON)
few = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    """Any part of the diary, ended on one side, on both or on none."""
    ends = sorted((draw(dates), draw(dates)))
    return Scope(
        first=draw(st.sampled_from([None, ends[0]])),
        last=draw(st.sampled_from([None, ends[1]])),
        notes=draw(st.booleans()),
        treatments=draw(st.booleans()),
    )


def a_patient(app: Flask, days: list[DiaryDay], sessions: list[date]) -> Account:
    """Somebody with this diary and these sessions."""
    patient = a_person(app, f"Patient {next(NUMBERS)}", Role.PATIENT)
    with app.app_context():
        write_days(patient, days)
        for on in sessions:
            add_session(patient, BotoxSession(date=on, units=155))
    return patient


def cut(days: list[DiaryDay], scope: Scope) -> list[DiaryDay]:
    """The days as somebody would have kept them who knows the scope only."""
    inside = [day for day in days if day.date in scope]
    return inside if scope.notes else [replace(day, note=None) for day in inside]


def told(app: Flask, view: Viewpoint) -> list[Any]:
    """Everything that month, trends, Botox and day say of the diary."""
    with app.app_context():
        botox = build_botox_report(view)
        trends, evidence = build_trends(view), build_evidence(view)
        months = [build_month_report(view, one) for one in MONTHS if one <= view.this_month]
        days = [build_day_report(view, on) for on in (FIRST, view.on)]
        return [
            [(document(assess(one.case)), one.figures, one.unrecorded) for one in months],
            [(one.medicines, one.other_medicine_rows, one.planned) for one in months],
            [one.weeks(view.on, view.day_url) for one in months],
            trends.months and (trends.headache_days, trends.migraine_days, trends.medicine_days),
            document(assess(botox.case)),
            (botox.next_session, botox.cycle_rows, botox.other_changes),
            [(row.date, row.note) for row in botox.rows],
            (evidence.window, evidence.months, evidence.open_points, evidence.steps),
            [(one.counts_as, one.answers) for one in days],
        ]


def seen(app: Flask, patient: Account, scope: Scope, on: date) -> list[Any]:
    """What a reader is told who has this scope."""
    return told(app, Viewpoint(patient=patient, on=on, scope=scope))


@few
@given(diaries(FIRST, LENGTH), st.sets(dates, max_size=3))
def test_a_reader_of_the_whole_diary_is_told_the_patients_numbers(
    app: Flask, days: list[DiaryDay], sessions: set[date]
) -> None:
    patient = a_patient(app, days, sorted(sessions))
    own = told(app, Viewpoint(patient=patient, on=ON, scope=WHOLE, can_write=True))
    assert seen(app, patient, Scope(notes=True, treatments=True), ON) == own


@few
@given(diaries(FIRST, LENGTH), st.sets(dates, max_size=3), scopes())
def test_a_reader_of_a_part_is_told_what_a_diary_of_that_part_tells(
    app: Flask, days: list[DiaryDay], sessions: set[date], scope: Scope
) -> None:
    noted = [replace(day, note="a note") for day in days]
    given = [on for on in sorted(sessions) if on in scope and scope.treatments]
    patient = a_patient(app, noted, sorted(sessions))
    other = a_patient(app, cut(noted, scope), given)
    on = min(ON, scope.last or ON)
    assert seen(app, patient, scope, on) == seen(app, other, WHOLE, on)
