"""A clinician with whom a thousand patients share their diaries, in a database of her own."""

from datetime import date, timedelta
from pathlib import Path

from flask_migrate import upgrade

from config import Settings
from diary.accounts.models import Account, Role
from diary.accounts.store import begin_session, create_account
from diary.app import build_app
from diary.botox.store import add_session
from diary.clinical.treatment import BotoxSession
from diary.database import writing
from diary.days.store import write_days
from diary.sharing.grant import Grant
from diary.sharing.scope import WHOLE
from diary.sharing.store import add_share
from tests.performance.patient import cookies_of, some_days

PATIENTS = 1000
DAYS = 120
SINCE_SESSION = timedelta(days=60)
A_MONTH = timedelta(days=30)


def keep_clinic(instance: Path, today: date) -> tuple[dict[str, str], dict[str, str]]:
    """Fill a new database; give the environment of its server and the cookies of the clinician."""
    environment = {"DIARY_INSTANCE": str(instance), "DIARY_SECRET_KEY": "a key for benchmarks" * 2}
    app = build_app(Settings.from_environment(environment))
    with app.app_context():
        upgrade()
        clinician = create_account(
            email="chen@example.org",
            role="clinician",
            name="Dr Chen",
            time_zone="UTC",
            password="twelve patient herons",
        )
        days = list(some_days(today, DAYS))
        with writing() as session:
            for number in range(PATIENTS):
                patient = a_patient(number)
                session.add(patient)
                session.flush()
                write_days(patient, days)
                add_session(patient, BotoxSession(date=today - SINCE_SESSION, units=155))
                add_share(patient, clinician, Grant(scope=WHOLE, ends_on=today + A_MONTH))
        token = begin_session(clinician, "The benchmark").token
    return environment, cookies_of(app, clinician, token)


def a_patient(number: int) -> Account:
    """One of many, who never signs in."""
    return Account(
        email=f"patient{number}@example.org",
        role=Role.PATIENT,
        name=f"Patient {number}",
        time_zone="UTC",
        password_hash="-",
    )
