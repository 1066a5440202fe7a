"""What no request may hold, whichever page it is for."""

import re
from collections.abc import Iterator

from flask import Flask, abort, current_app, request

from diary.web.json import takes_json
from diary.web.origin import READING

# A database cannot keep these, and no keyboard types them.
IMPOSSIBLE = re.compile("[\x00\ud800-\udfff]")
PLAIN_FORM = "application/x-www-form-urlencoded"
FORM_TYPES = {PLAIN_FORM, "multipart/form-data"}
JSON_TYPES = {"application/json"}


def init_input(app: Flask) -> None:
    """Look at every request before its page does."""
    app.before_request(_refuse_other_types)
    app.before_request(_refuse_long_forms)
    app.before_request(_refuse_impossible_text)


def _refuse_other_types() -> None:
    expected = {"", *(JSON_TYPES if takes_json() else FORM_TYPES)}
    if request.method not in READING and request.mimetype not in expected:
        abort(415)


def _refuse_long_forms() -> None:
    """Refuse what Werkzeug would read whole: its own limits are for forms with files only."""
    if "Transfer-Encoding" in request.headers:
        abort(411, "This was sent without its length. Send it from the diary's own page.")
    too_long = (request.content_length or 0) > current_app.config["MAX_FORM_MEMORY_SIZE"]
    if request.mimetype != PLAIN_FORM:
        return
    if too_long or request.get_data().count(b"&") > current_app.config["MAX_FORM_PARTS"]:
        abort(413)


def _refuse_impossible_text() -> None:
    if any(IMPOSSIBLE.search(text) for text in _texts()):
        abort(400, "There was a sign in it that no keyboard has. Type it again, and send it again.")


def _texts() -> Iterator[str]:
    yield request.path
    for fields in (request.args, request.form):
        for name, value in fields.items(multi=True):
            yield name
            yield value
