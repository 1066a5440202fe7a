"""Texts travel packed: a page is a fraction of its size on a slow phone.

A packed page tells by its length what is written in it twice. A stranger's site that makes a
signed-in browser ask for pages with words of its choice could so guess the form's token or a line
of the diary, letter by letter. So a page that another site asks for with our cookie is not packed.
"""

import gzip
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TEXTS = ("text/", "application/json", "application/manifest+json", "image/svg+xml")
SMALLEST = 500
LEVEL = 5
OURSELVES = {"same-origin", "none"}


class Packed:
    """A WSGI app whose texts come packed where that helps and tells nobody anything."""

    def __init__(self, app: "WSGIApplication") -> None:
        self.app = app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer the request; what is streamed stays as it is."""
        answer = Response.from_app(self.app, environ)
        if gains(answer):
            answer.vary.add("Accept-Encoding")
            if is_understood(request := Request(environ)) and tells_nothing(request, answer):
                answer.set_data(gzip.compress(answer.get_data(), LEVEL, mtime=0))
                answer.content_encoding = "gzip"
        return answer(environ, start_response)


def gains(answer: Response) -> bool:
    """Say whether this is a whole text of some size; one without a length is streamed."""
    is_text = (answer.mimetype or "").startswith(TEXTS) and answer.content_encoding is None
    return is_text and answer.status_code != 206 and (answer.content_length or 0) >= SMALLEST


def is_understood(request: Request) -> bool:
    """Say whether the browser takes a packed text."""
    return request.method != "HEAD" and bool(request.accept_encodings["gzip"])


def tells_nothing(request: Request, answer: Response) -> bool:
    """Say whether no other site can learn anything from the length.

    It holds no secret, or it was asked for by our own page or by the person; browsers say so on
    every request over https.
    """
    holds_no_secret = answer.cache_control.public or not request.cookies
    return holds_no_secret or request.headers.get("Sec-Fetch-Site") in OURSELVES


def init_compression(app: Flask) -> None:
    """Pack the app's texts, static files included."""
    app.wsgi_app = Packed(app.wsgi_app)  # type: ignore[method-assign]
