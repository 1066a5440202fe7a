"""What the phone keeps of the app itself: a fixed list of files, and never a page of a diary."""

import hashlib
from functools import cache
from pathlib import Path

from flask import current_app, request, url_for

from config import PROJECT
from diary.web.stylesheet import stylesheet_address

SCRIPTS = (
    "start",
    "days/answers",
    "days/headache",
    "medicines/picker",
    "offline/abilities",
    "offline/bar",
    "offline/batch",
    "offline/drain",
    "offline/journal",
    "offline/leaving",
    "offline/page",
    "offline/phone",
    "offline/queue",
    "offline/send",
    "offline/shown",
    "offline/take",
)
"""The modules that the page without a network runs, and those that sending needs."""


def shell() -> dict[str, object]:
    """Return what the service worker keeps: its files, the offline page, and their version."""
    scripts = [url_for("static", filename=f"js/{name}.js") for name in SCRIPTS]
    files = [stylesheet_address(), url_for("static", filename="icon.svg"), *scripts]
    return {
        "version": shell_version(),
        "root": request.script_root,
        "page": url_for("pwa.show_offline"),
        "files": files,
    }


def shell_version() -> str:
    """Return a word that changes with every file and every template of the app."""
    if current_app.debug:
        _templates_version.cache_clear()
    whole = f"{current_app.static_url_path} {stylesheet_address()} {_templates_version()}"
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


@cache
def _templates_version(folder: Path = PROJECT / "templates") -> str:
    """Return a hash of all templates, as the offline page is put together from several."""
    every = sorted(folder.rglob("*.html"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in every)).hexdigest()
