"""The way from a report to its PDF: a process for each, which cannot slow or harm the others."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import gettempdir
from threading import BoundedSemaphore

from flask import current_app

from diary.web.errors import DiaryError

TYPESETTER = Path(__file__).with_name("typesetter.py")
TEMPLATE = Path("reports/report.typ")
FONTS = ("manimgx_fonts", "manimgx_fonts_cjk")
"""Packages of fonts, small ones first: Arabic, Devanagari, emoji and more; then Chinese to Korean."""
MOST_SECONDS = 15
AT_ONCE = 2
"""Half of a server's four threads: the others stay free for pages."""
ONE_CORE = {"RAYON_NUM_THREADS": "1"}

_places = BoundedSemaphore(AT_ONCE)


class PressError(DiaryError):
    """A report that cannot be made as PDF now."""

    status = 503


def print_pdf(report: bytes) -> bytes:
    """The PDF of a report given as JSON. Raises PressError when it takes too long or fails."""
    template = Path(str(current_app.template_folder)) / TEMPLATE
    command = (sys.executable, "-I", str(TYPESETTER), str(template), *_font_folders())
    with _a_place():
        try:
            done = subprocess.run(  # noqa: S603
                command,
                input=report,
                capture_output=True,
                check=True,
                timeout=MOST_SECONDS,
                cwd=gettempdir(),
                env=ONE_CORE,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            raise PressError(
                "The PDF could not be made. Choose fewer months, or print the page of the report."
            ) from None
    return done.stdout


def _font_folders() -> list[str]:
    packages = (find_spec(name) for name in FONTS)
    return [folder for one in packages if one for folder in one.submodule_search_locations or ()]


def refuse_when_busy() -> None:
    """Raise PressError when all places are taken, before anything is read for nothing."""
    with _a_place():
        pass


@contextmanager
def _a_place() -> Iterator[None]:
    """One of the places at the press; nobody waits for one."""
    if not _places.acquire(blocking=False):
        raise PressError("Other reports are being made just now. Try again in a few seconds.")
    try:
        yield
    finally:
        _places.release()
