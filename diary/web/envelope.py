"""The outside of a request: refused unread when it is too long, or is not meant for this host.

Whatever takes headers apart, such as the lists of languages and encodings, is quick for what
browsers send and takes seconds for a megabyte; and from the name of the host links are made. So
this comes first, and what is refused goes on empty, to be answered with the page and the headers of
every other refusal.
"""

from collections.abc import Collection, Iterable, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from flask import Flask, abort, request
from werkzeug.sansio.utils import host_is_trusted

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LONGEST_ADDRESS = 4_000
LONGEST_HEADERS = 16_000
REFUSAL = "diary.refusal"
WORDS = {
    HTTPStatus.BAD_REQUEST: "This diary is not reached by that name. Use the address you were given.",
    HTTPStatus.REQUEST_URI_TOO_LONG: "This address is too long. Use the links of the diary.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "Your browser sent too much along. Delete the "
    "cookies of this site, or use another browser.",
}


class Envelope:
    """A WSGI app that only gets to see requests for its own hosts, and none that is too long."""

    def __init__(self, app: "WSGIApplication", config: Mapping[str, Any]) -> None:
        self.app, self.config = app, config

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Pass the request on, emptied if it is to be refused."""
        refusal = refusal_of(environ, self.config["HOSTS"])
        return self.app(emptied(environ, refusal) if refusal else environ, start_response)


def refusal_of(environ: "WSGIEnvironment", hosts: Collection[str]) -> HTTPStatus | None:
    """Return why a request must not be looked at; None for what a browser sends.

    Without `hosts` every name is ours that can be one.
    """
    if len(environ.get("PATH_INFO", "")) + len(environ.get("QUERY_STRING", "")) > LONGEST_ADDRESS:
        return HTTPStatus.REQUEST_URI_TOO_LONG
    if sum(len(environ[name]) for name in environ if is_header(name)) > LONGEST_HEADERS:
        return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
    if not host_is_trusted(environ.get("HTTP_HOST", "").lower(), hosts):
        return HTTPStatus.BAD_REQUEST
    return None


def emptied(environ: "WSGIEnvironment", refusal: HTTPStatus) -> "WSGIEnvironment":
    """Return the request without headers or an address, and with what it is refused for."""
    kept = {name: value for name, value in environ.items() if not is_header(name)}
    bare = {"PATH_INFO": "/", "QUERY_STRING": "", "CONTENT_LENGTH": "0", "HTTP_HOST": "localhost"}
    return kept | bare | {REFUSAL: refusal}


def is_header(name: str) -> bool:
    """Say whether this part of the request is a header."""
    return name.startswith(("HTTP_", "CONTENT_"))


def init_envelope(app: Flask) -> None:
    """Look at the outside of every request before anything else does."""
    app.wsgi_app = Envelope(app.wsgi_app, app.config)  # type: ignore[method-assign]
    app.before_request_funcs[None].insert(0, _refuse)


def _refuse() -> None:
    refusal = request.environ.get(REFUSAL)
    if refusal:
        abort(refusal, WORDS[refusal])
