"""What the tests of side effects begin with: Anna's two sessions and a drooping eyelid."""

from datetime import date, timedelta

import pytest
from flask import Flask

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.botox.side_effects.models import RecordedSideEffect
from diary.botox.side_effects.store import add_side_effect
from diary.botox.store import add_session
from diary.clinical.side_effects import SideEffect, SideEffectKind
from diary.clinical.treatment import BotoxSession
from tests.botox.side_effects.effects import side_effects_of


def ago(patient: Account, days: int) -> date:
    """A day in the patient's calendar, so many days before today."""
    return today_of(patient) - timedelta(days=days)


def recorded(app: Flask, patient: Account) -> list[SideEffect]:
    """What is stored."""
    with app.app_context():
        return side_effects_of(patient)


@pytest.fixture
def session(app: Flask, anna: Account) -> date:
    """The day of Anna's session, ten days ago."""
    with app.app_context():
        add_session(anna, BotoxSession(date=ago(anna, 100)))
        return add_session(anna, BotoxSession(date=ago(anna, 10))).date


@pytest.fixture
def droop(app: Flask, anna: Account, session: date) -> RecordedSideEffect:
    """An eyelid droop of Anna's, three days after her session."""
    effect = SideEffect(began=ago(anna, 7), kind=SideEffectKind.EYELID_DROOP, still_there=True)
    with app.app_context():
        return add_side_effect(anna, effect)
