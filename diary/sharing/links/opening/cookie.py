"""The cookie of a browser in which a link was opened: one for each link, so that none mixes two up."""

from flask import Response, current_app, request

from diary.sharing.links.opening.store import OPEN_FOR


def token_of(public_id: str) -> str:
    """Return what this browser holds for the link of this address; nothing opens with ""."""
    return request.cookies.get(_name(public_id), "")


def remember(response: Response, public_id: str, token: str) -> Response:
    """Let the browser open this link's pages from now on."""
    response.set_cookie(
        _name(public_id),
        token,
        max_age=OPEN_FOR,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return response


def forget(response: Response, public_id: str) -> Response:
    """Leave nothing of this link in the browser."""
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.delete_cookie(_name(public_id), secure=secure, httponly=True, samesite="Lax")
    return response


def _name(public_id: str) -> str:
    prefix = "__Host-" if current_app.config["SESSION_COOKIE_SECURE"] else ""
    return f"{prefix}diary-link-{public_id}"
