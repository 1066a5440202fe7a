"""This device: signed in, signed out, and called by a name its owner recognises."""

from flask import request
from flask import session as cookie
from flask_login import login_user, logout_user

from diary.accounts import store
from diary.accounts.gate import SignedIn, signed_in
from diary.accounts.here import mark_here, unmark_here
from diary.accounts.models import Account

BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "CrOS": "Chromebook",
    "Linux": "Linux",
}


def sign_in_here(account: Account) -> None:
    """Sign a person in on this device, under a session nobody knew before."""
    _remember(account, store.begin_session(account, this_device()))


def change_password_here(account: Account, password: str) -> None:
    """Change the password, sign out everywhere, and sign in afresh on this device."""
    _remember(account, store.change_password(account, password, this_device()))


def sign_out_here() -> None:
    """End the session of this device, in the database and in its cookie."""
    person = signed_in()
    if person is not None:
        store.end_session(person.account, person.session_id)
    forget_here()


def forget_here() -> None:
    """Leave nothing in this device's cookie."""
    logout_user()
    cookie.clear()
    unmark_here()


def this_device() -> str:
    """Return browser and system in words, such as Firefox on Android."""
    agent = request.user_agent.string
    browser = next((name for word, name in BROWSERS.items() if word in agent), "A browser")
    system = next((name for word, name in SYSTEMS.items() if word in agent), "an unknown device")
    return f"{browser} on {system}"


def _remember(account: Account, session: store.Begun) -> None:
    cookie.clear()
    cookie.permanent = True
    mark_here(account)
    login_user(SignedIn(account=account, session_id=session.id, token=session.token))
