"""Who is asking, and who may pass: every view has one of these gates directly above it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ClassVar, ParamSpec, cast

from flask import abort, flash, redirect, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_login import current_user

from diary.accounts import store
from diary.accounts.here import here_is, mark_here
from diary.accounts.models import Account, Role
from diary.extensions import login
from diary.web.errors import error_page
from diary.web.gates import marked, public
from diary.web.origin import wants_json

__all__ = [
    "clinician_required",
    "current_account",
    "current_patient",
    "patient_required",
    "public",
    "sign_in_required",
    "signed_in",
]

SIGNED_OUT = (
    "You are signed out, so nothing was saved. Sign in on another tab, then come back here."
)
P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A person on one device, as Flask-Login's `current_user`."""

    account: Account
    session_id: int
    token: str
    is_authenticated: ClassVar[bool] = True
    is_active: ClassVar[bool] = True
    is_anonymous: ClassVar[bool] = False

    def get_id(self) -> str:
        """Return what the cookie carries."""
        return self.token


@login.user_loader
def identify(token: str) -> SignedIn | None:
    """Return who holds this token; None when the session has ended, or ends for want of its mark."""
    holder = store.holder_of(token)
    if holder is None:
        return None
    account, session = holder
    if not here_is(account):
        store.end_session(account, session.id)
        flash("You are signed out.")
        return None
    if store.note_use(session):
        cookie.modified = True
        mark_here(account)
    return SignedIn(account=account, session_id=session.id, token=token)


@login.unauthorized_handler
def ask_to_sign_in() -> ResponseReturnValue:
    """Lead to the sign-in page and back; a form that was sent stays on the page, to send again."""
    if request.method not in ("GET", "HEAD") or wants_json():
        return error_page(401, SIGNED_OUT, offer_again=True)
    here = request.full_path.rstrip("?")
    return redirect(url_for("accounts.sign_in", next=here), 303)


def signed_in() -> SignedIn | None:
    """Return who is signed in and on which device, or None."""
    return cast(SignedIn, current_user) if current_user.is_authenticated else None


def current_account() -> Account:
    """Return the account of the person who is asking. Only behind a gate."""
    person = signed_in()
    if person is None:
        abort(401)
    return person.account


def current_patient() -> Account:
    """Return the signed-in patient. Only behind `patient_required`."""
    account = current_account()
    if account.role is not Role.PATIENT:
        abort(403)
    return account


def sign_in_required(view: View[P]) -> View[P]:
    """Let everybody pass who is signed in; send the others to the sign-in page."""
    return _gate("signed in", view, set(Role))


def patient_required(view: View[P]) -> View[P]:
    """Let signed-in patients pass."""
    return _gate("patient", view, {Role.PATIENT})


def clinician_required(view: View[P]) -> View[P]:
    """Let signed-in clinicians pass."""
    return _gate("clinician", view, {Role.CLINICIAN})


def _gate(name: str, view: View[P], roles: set[Role]) -> View[P]:
    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        person = signed_in()
        if person is None:
            return cast(ResponseReturnValue, login.unauthorized())
        if person.account.role not in roles:
            abort(403)
        return view(*args, **kwargs)

    return marked(name, guarded)
