"""A clinician's session must lie in the days that the patient shares."""

from datetime import date

import pytest
import time_machine
from flask import Flask

from diary.accounts.models import Account
from diary.clinic.sessions.forms import SharedSessionForm
from diary.sharing.scope import Scope
from diary.sharing.viewpoint import Viewpoint

SPRING = Scope(first=date(2026, 3, 1), last=date(2026, 5, 31), notes=False, treatments=True)
FROM_MARCH = Scope(first=date(2026, 3, 1), notes=False, treatments=True)
TO_MAY = Scope(last=date(2026, 5, 31), notes=False, treatments=True)


def errors_of(app: Flask, anna: Account, day: str, scope: Scope) -> list[str]:
    """What the form says of a session on this day, on the 20 of May."""
    view = Viewpoint(patient=anna, on=date(2026, 5, 20), scope=scope)
    app.config["WTF_CSRF_ENABLED"] = False
    with (
        time_machine.travel("2026-05-20 12:00:00+00:00", tick=False),
        app.test_request_context(method="POST", data={"date": day, "units": "155"}),
    ):
        form = SharedSessionForm(view)
        form.validate()
        return list(form.date.errors)


@pytest.mark.parametrize("day", ["2026-03-01", "2026-05-20", "2026-05-31"])
def test_a_day_inside_is_taken(app: Flask, anna: Account, day: str) -> None:
    assert errors_of(app, anna, day, SPRING) == []


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (SPRING, "from 1 March 2026 to 31 May 2026"),
        (FROM_MARCH, "from 1 March 2026"),
        (TO_MAY, "to 31 May 2026"),
    ],
)
def test_a_day_outside_is_refused_with_the_days_that_are_shared(
    app: Flask, anna: Account, scope: Scope, words: str
) -> None:
    day = "2026-02-28" if scope.first else "2026-06-01"
    said = f"The patient shares days {words} with you. Choose one of them."
    assert errors_of(app, anna, day, scope) == [said]


def test_what_the_patients_form_refuses_this_one_refuses_too(app: Flask, anna: Account) -> None:
    assert errors_of(app, anna, "1988-12-31", TO_MAY) == [
        "Give a date from 1989, at most a year ahead."
    ]
