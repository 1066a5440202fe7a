"""A patient with years of diary, in a database of her own."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask_migrate import upgrade

from config import Settings
from diary.accounts.models import Account
from diary.accounts.store import begin_session, create_account
from diary.app import build_app
from diary.clinical.day import DiaryDay, Dose, Effect, Severity
from diary.days.store import write_days

DAYS_A_YEAR = 365
ANSWERS = (None, False, True)


def keep_diary(instance: Path, today: date, years: int) -> tuple[dict[str, str], dict[str, str]]:
    """Fill a new database; give the environment of its server and the cookies of its patient."""
    environment = {"DIARY_INSTANCE": str(instance), "DIARY_SECRET_KEY": "a key for benchmarks" * 2}
    app = build_app(Settings.from_environment(environment))
    with app.app_context():
        upgrade()
        patient = create_account(
            email="anna@example.org",
            role="patient",
            name="Anna",
            time_zone="UTC",
            password="twelve patient herons",
        )
        write_days(patient, some_days(today, years * DAYS_A_YEAR))
        token = begin_session(patient, "The benchmark").token
    return environment, cookies_of(app, patient, token)


def cookies_of(app: Flask, person: Account, token: str) -> dict[str, str]:
    """What a browser holds in which this person is signed in."""
    return {
        app.config["SESSION_COOKIE_NAME"]: signed(app, token),
        app.config["HERE_COOKIE_NAME"]: person.mark,
    }


def signed(app: Flask, token: str) -> str:
    """The cookie that carries the token."""
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None
    return str(serializer.dumps({"_user_id": token}))


def some_days(today: date, count: int) -> Iterator[DiaryDay]:
    """Days up to today, the same in every run: nine of ten recorded, half of them headache days."""
    chance = Random(1)
    for ago in range(count):
        if chance.random() < 0.9:
            yield a_day(today - timedelta(days=ago), chance)


def a_day(on: date, chance: Random) -> DiaryDay:
    """A clear day, or a headache day answered in full."""
    if chance.random() < 0.5:
        return DiaryDay(date=on, headache=False, doses=())
    names = ("one_sided", "pulsating", "worse_with_activity", "nausea", "vomiting", "light")
    answers: dict[str, Any] = {name: chance.choice(ANSWERS) for name in names}
    return DiaryDay(
        date=on,
        headache=True,
        severity=chance.choice(list(Severity)),
        stated_minutes=chance.randint(30, 900),
        doses=(Dose(name="sumatriptan", strength="50 mg", effect=chance.choice(list(Effect))),),
        triggers=("stress", "weather"),
        note="Woke up with it, dull until noon.",
        **answers,
    )
