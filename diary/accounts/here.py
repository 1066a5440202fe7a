"""The mark of who is signed in on this device: a cookie beside the session's, which scripts can reach.

The cookie of a session is out of their reach, and only the server can end a session. So a phone that
signs out without a network takes the mark away (static/js/offline/phone.js): a session without its
person's mark is ended by the first request that arrives, before anything of the diary is shown.
"""

from flask import after_this_request, current_app, request
from flask.wrappers import Response

from config import SIGNED_IN_FOR
from diary.accounts.models import Account


def here_is(account: Account) -> bool:
    """Say whether this device is still marked as this person's."""
    return request.cookies.get(_name()) == account.mark


def here_cookie(account: Account) -> str:
    """Return the mark as the scripts of a page find it."""
    return f"{_name()}={account.mark}"


def mark_here(account: Account) -> None:
    """Mark this device as this person's, for as long as a session lasts."""

    @after_this_request
    def _set(response: Response) -> Response:
        response.set_cookie(
            _name(), account.mark, max_age=SIGNED_IN_FOR, secure=_is_secure(), samesite="Lax"
        )
        return response


def unmark_here() -> None:
    """Take the mark away."""

    @after_this_request
    def _delete(response: Response) -> Response:
        response.delete_cookie(_name(), secure=_is_secure(), samesite="Lax")
        return response


def _name() -> str:
    return str(current_app.config["HERE_COOKIE_NAME"])


def _is_secure() -> bool:
    return bool(current_app.config["SESSION_COOKIE_SECURE"])
