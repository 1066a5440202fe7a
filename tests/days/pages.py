"""What the tests of these pages send and look at."""

from datetime import date
from typing import Any

from flask import Flask

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Severity
from diary.database import writing
from diary.days import rows
from diary.days.store import diary_of, new_change, write_day
from tests.filled_in import filled_in

MARCH_14 = date(2026, 3, 14)
THE_DAY = "/days/2026-03-14"
QUIETLY = {"Prefer": "return=minimal"}
MILD = DiaryDay(date=MARCH_14, headache=True, severity=Severity.MILD)
WHOLE_DAY: dict[str, Any] = {
    "revision": "0",
    "headache": "yes",
    "severity": "moderate",
    "pain": "6",
    "about": "180",
    "minutes": "",
    "medicines-0-name": "sumatriptan 50 mg",
    "medicines-0-count": "2",
    "medicines-0-helped": "helped",
    "medicines-1-name": "",
    "medicines-1-count": "",
    "one_sided": "yes",
    "nausea": "no",
    "aura": "yes",
    "aura_characteristics": ["spreads", "one_side"],
    "location": ["left_temple", "right_neck"],
    "believed_migraine": "yes",
    "impact": "most",
    "menstruation": "no",
    "triggers": ["stress", " red wine; late night "],
    "note": "In bed by six.",
}


def record(app: Flask, patient: Account, day: DiaryDay) -> None:
    with app.app_context():
        write_day(patient, day, seen_revision=0)


def stored_before(app: Flask, patient: Account, day: DiaryDay) -> None:
    """Store a day as it could be stored before there were limits."""
    with app.app_context(), writing() as session:
        rows.insert_new(session, patient, [day], new_change())


def recorded(app: Flask, patient: Account) -> DiaryDay:
    with app.app_context():
        day = diary_of(patient).day(MARCH_14)
    assert day is not None
    return day


def as_shown(html: str) -> dict[str, list[str]]:
    """The fields of the day's form as a browser would send them back, untouched."""
    return filled_in(html, "day")
