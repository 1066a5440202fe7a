"""The style sheet: every file of static/css as one, fetched once and kept."""

import hashlib
import re
from functools import cache
from pathlib import Path

from flask import Response, current_app, url_for

FIRST = ("layers", "tokens", "reset", "base", "layout")
A_YEAR = 365 * 24 * 60 * 60
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@cache
def _stylesheet(static: str) -> str:
    """Return the style sheet without comments: the layers first, then all other files by name."""
    folder = Path(static) / "css"
    named = [folder / f"{name}.css" for name in FIRST]
    others = sorted(set(folder.rglob("*.css")) - set(named))
    texts = (path.read_text(encoding="utf-8") for path in [*named, *others])
    return "\n".join(COMMENT.sub("", text) for text in texts)


@cache
def _version_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def stylesheet() -> str:
    """Return the text of the app's style sheet, read anew only in debug mode."""
    if current_app.debug:
        _stylesheet.cache_clear()
    return _stylesheet(current_app.static_folder or "static")


def stylesheet_address() -> str:
    """Return the address of the style sheet, which changes whenever its text does."""
    return url_for("web.show_stylesheet", version=_version_of(stylesheet()))


def answer_stylesheet() -> Response:
    """Return the style sheet as an answer that a browser keeps for a year."""
    answer = Response(stylesheet(), mimetype="text/css")
    answer.cache_control.public = True
    answer.cache_control.max_age = A_YEAR
    answer.cache_control.immutable = True
    return answer
