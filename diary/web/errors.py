"""Errors and the pages that explain them; a person never sees a stack trace."""

import sys
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError
from werkzeug.datastructures import Headers
from werkzeug.exceptions import HTTPException

from diary.web.origin import OtherSiteError, may_be_shown_again, wants_json

PLEASE_WAIT = "30"
OVERTAKEN = "Something else was saved at the same moment, so nothing was saved here. Send it again."


class DiaryError(Exception):
    """Something the app refuses. The message is for the person and says what to do next."""

    status = 422


def init_errors(app: Flask) -> None:
    """Give every error its page."""
    app.register_error_handler(DiaryError, _refused)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(CSRFError, _form_too_old)
    app.register_error_handler(OtherSiteError, _not_from_our_page)
    app.register_error_handler(IntegrityError, _overtaken)
    for database_error in (OperationalError, InterfaceError, NoConnectionError):
        app.register_error_handler(database_error, _not_saved)


def error_page(
    status: int, message: str = "", *, title: str = "", offer_again: bool = False
) -> Response:
    """Return the page of this status, in its own words or those of `title` and `message`.

    With `offer_again` what was typed is kept on the page, with a button to send it once more.
    A script that asks for JSON gets problem details (RFC 9457) instead.
    """
    if wants_json():
        return problem(status, message)
    unsent = _typed() if offer_again and may_be_shown_again() else []
    page = render_template(
        "errors/page.html", status=status, title=title, message=message, unsent=unsent
    )
    return make_response(page, status)


def problem(status: int, message: str = "", **members: Any) -> Response:
    """Return problem details (RFC 9457) with further members, for a script."""
    title = HTTPStatus(status).phrase
    answer = jsonify(title=title, status=status, detail=message or title, **members)
    answer.status_code, answer.mimetype = status, "application/problem+json"
    return answer


def _refused(error: DiaryError) -> ResponseReturnValue:
    return error_page(error.status, str(error))


def _http_error(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None:
        return error.response
    own_words = type(error).description != error.description
    page = error_page(error.code or 500, (error.description or "") if own_words else "")
    headers = Headers(error.get_headers())
    headers.remove("Content-Type")
    page.headers.extend(headers)
    return page


def _form_too_old(_error: CSRFError) -> ResponseReturnValue:
    message = "This page was open for too long, or you signed in again since. Nothing is saved yet."
    return error_page(400, message, offer_again=True)


def _not_from_our_page(error: OtherSiteError) -> ResponseReturnValue:
    return error_page(403, error.description or "", title="Not saved", offer_again=True)


def _overtaken(_error: IntegrityError) -> ResponseReturnValue:
    """Say that another request, such as one that erased the account, came in between."""
    current_app.log_exception(sys.exc_info())
    return error_page(409, OVERTAKEN, offer_again=True)


def _not_saved(_error: Exception) -> ResponseReturnValue:
    page = error_page(503, offer_again=True)
    page.headers["Retry-After"] = PLEASE_WAIT
    return page


def _typed() -> list[tuple[str, str]]:
    """Return the fields of the form that was sent; none if there is a password among them."""
    fields = [
        (name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"
    ]
    return [] if any("password" in name for name, _value in fields) else fields
