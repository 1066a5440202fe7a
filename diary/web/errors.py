"""Errors and the pages that explain them; a person never sees a stack trace."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException


class DiaryError(Exception):
    """Something the app refuses. The message is for the person and says what to do next."""

    status = 422


def init_errors(app: Flask) -> None:
    """Give every error its page."""
    app.register_error_handler(DiaryError, _refused)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(DBAPIError, _not_saved)


def _refused(error: DiaryError) -> ResponseReturnValue:
    return error_page(error.status, str(error))


def _http_error(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None:
        return error.response
    return error_page(error.code or 500)


def _not_saved(error: DBAPIError) -> ResponseReturnValue:
    raise error


def error_page(status: int, message: str = "") -> ResponseReturnValue:
    """Return the page of this status, with its own words or `message`."""
    return render_template(["errors/page.html"], status=status, message=message), status
