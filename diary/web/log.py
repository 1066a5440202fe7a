"""One log line for each request, with nothing of a person in it."""

import logging
import sys
import time
import traceback
from types import TracebackType

from flask import Flask, Response, g, request

from diary.web.environment import SharedNames
from diary.web.isolation import Isolation

log = logging.getLogger("diary")


class DiscreetFlask(Flask):
    """An app whose log tells where an error happened, never what it was about."""

    jinja_environment = SharedNames
    jinja_options = {"extensions": [Isolation]}  # noqa: RUF012

    def log_exception(
        self,
        exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None],
    ) -> None:
        """Log kind and place of an error. Its message may hold what somebody wrote."""
        kind, _error, place = exc_info
        name = kind.__name__ if kind else "No error"
        log.error("%s %s: %s\n%s", request.method, _address(), name, lines_of(place))


def init_log(app: Flask) -> None:
    """Log every request on standard error."""
    if not log.handlers:
        log.addHandler(logging.StreamHandler(sys.stderr))
        log.setLevel(logging.INFO)
    app.before_request(_start)
    app.after_request(_log_request)


def _start() -> None:
    g.began = time.perf_counter()


def _log_request(response: Response) -> Response:
    took = (time.perf_counter() - g.get("began", time.perf_counter())) * 1000
    log.info("%s %s %s %.1f ms", request.method, _address(), response.status_code, took)
    return response


def _address() -> str:
    """Return the pattern of the address: the address itself names days."""
    return str(request.url_rule or "no page")


def lines_of(place: TracebackType | None) -> str:
    """Return where an error happened, line by line, without its message."""
    return "".join(traceback.format_tb(place))
