"""Pages that are only looked at, in Chromium's headless shell where it is installed.

The whole browser draws its own tabs and menus besides, unseen, which takes most of the time. The
shell does not send in the background what waits on a phone, so the tests of that need the whole.
"""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.conftest import launched


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests of pages; each gets a fresh profile of it."""
    shell = shutil.which("chromium-headless-shell")
    yield from launched(playwright, shell or shutil.which("chromium"))
