"""A session that Dr Chen recorded for Anna."""

from datetime import date

from flask import Flask

from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinical.treatment import BotoxSession

MARCH = BotoxSession(date=date(2026, 3, 3), units=155)


def dr_chens(app: Flask, anna: Account, dr_chen: Account, botox: BotoxSession = MARCH) -> int:
    """The number of a session that Dr Chen recorded."""
    with app.app_context():
        return add_session(anna, botox, dr_chen).id
