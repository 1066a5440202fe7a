"""Lists of patients in tests, on one day in May."""

from datetime import date, timedelta

from flask import Flask

from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinic.patients.choice import Choice
from diary.clinic.patients.store import Listed, list_patients
from diary.clinical.period import Period, four_weeks_ending
from diary.clinical.treatment import BotoxSession
from diary.days.store import write_days
from tests.diaries import days_of

TODAY = date(2026, 5, 20)
RECENT = four_weeks_ending(TODAY)


def listed(app: Flask, clinician: Account, **choice: object) -> list[Listed]:
    """The first page of the list."""
    with app.app_context():
        return list_patients(clinician, Choice(**choice))[0]  # type: ignore[arg-type]


def names(app: Flask, clinician: Account, **choice: object) -> list[str]:
    """Who is on it."""
    return [one.name for one in listed(app, clinician, **choice)]


def write(app: Flask, patient: Account, headache_days: int, period: Period = RECENT) -> None:
    """Record a period: headache days first, then clear days."""
    with app.app_context():
        write_days(patient, days_of(period, headache_days=headache_days))


def add_a_session(patient: Account) -> None:
    """A session 30 days ago."""
    add_session(patient, BotoxSession(date=TODAY - timedelta(days=30)))
