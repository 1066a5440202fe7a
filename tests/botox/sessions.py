"""What is stored of Botox sessions, and what the last action said."""

from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.botox.store import sessions_of
from diary.clinical.treatment import BotoxSession

NEW = "/botox/sessions/new"


def recorded(app: Flask, patient: Account) -> list[BotoxSession]:
    """What is stored."""
    with app.app_context():
        return sessions_of(patient)


def said(browser: FlaskClient) -> list[str]:
    """What the last action left to say."""
    with browser.session_transaction() as cookie:
        return [str(message) for _, message in cookie.pop("_flashes", [])]
