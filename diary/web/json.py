"""Views that take JSON instead of a form: only from our own pages, with the token of a form."""

from collections.abc import Callable
from typing import TypeVar

from flask import abort, current_app, request

from diary.extensions import csrf
from diary.web.origin import require_own_page

R = TypeVar("R")


def json_taken(view: Callable[..., R]) -> Callable[..., R]:
    """Let a view take JSON, and nothing else. It reads it, behind its gate, with `read_json`."""
    view.takes_json = True  # type: ignore[attr-defined]
    exempt: Callable[..., R] = csrf.exempt(view)
    return exempt


def takes_json() -> bool:
    """Say whether the view that was asked takes JSON."""
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "takes_json", False)


def read_json() -> str:
    """Give the text that was sent; answer 400, 403, 413 or 415 where it is not to be believed.

    What is no UTF-8 stands in it as lone surrogates, which no text of ours may have.
    """
    if not request.is_json:
        abort(415, "Send JSON.")
    require_own_page()
    # Only here: whoever is signed out is told that first, not that the token is old.
    if current_app.config["WTF_CSRF_ENABLED"]:
        csrf.protect()
    sent = request.get_data()
    if len(sent) > current_app.config["MAX_FORM_MEMORY_SIZE"]:
        abort(413, "This is too much at once. Send it in parts.")
    return sent.decode(errors="surrogateescape")
