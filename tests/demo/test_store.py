"""The demo diary is told once, renewed on request, and nobody can sign in to it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from flask import Flask

from diary.accounts.models import Account
from diary.accounts.passwords import matches
from diary.botox.store import sessions_of
from diary.days.store import diary_of
from diary.demo.store import NO_PASSWORD, demo_patient, demo_today, renew_demo
from diary.medicines.preventives.store import preventives_of
from tests.botox.side_effects.effects import side_effects_of


@pytest.fixture(autouse=True)
def _in_the_app(app: Flask) -> Iterator[None]:
    """Be inside the app, as a command or a page is."""
    with app.app_context():
        yield


def test_the_first_visitor_finds_the_demo_told_up_to_today() -> None:
    patient = demo_patient()
    assert patient.is_demo
    assert demo_today(patient) == datetime.now(UTC).date()
    assert diary_of(patient).last_date == demo_today(patient)
    assert len(sessions_of(patient)) == 3
    assert len(side_effects_of(patient)) == 2
    assert len(preventives_of(patient) or []) == 3


def test_four_first_visitors_at_once_find_one_demo(app: Flask) -> None:
    def visit() -> int:
        with app.app_context():
            return demo_patient().id

    with ThreadPoolExecutor(4) as pool:
        found = [visitor.result() for visitor in [pool.submit(visit) for _ in range(4)]]
    assert len(set(found)) == 1


def test_the_next_visitor_finds_the_same() -> None:
    assert demo_patient().id == demo_patient().id


def test_renewing_tells_it_anew_and_leaves_other_people_alone(anna: Account) -> None:
    before = demo_patient()
    number = len(diary_of(before))
    after = renew_demo()
    assert len(diary_of(after)) == number
    assert demo_patient().id == after.id
    assert len(diary_of(anna)) == 0


def test_no_password_opens_it() -> None:
    assert not any(matches(word, NO_PASSWORD) for word in ("", "-", "demo"))
