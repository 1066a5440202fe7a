"""A real Chromium, phone-sized, on a real server with its own SQLite database.

Ask for `page`, a phone in London on which nobody is signed in, and open addresses from `/` on; or
for `annas_page`, on which Anna is. A script error, a refusal by the security policy or a request
to a host other than the chart script's fails the test.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from threading import Thread
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask_migrate import upgrade
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, sync_playwright
from werkzeug.serving import make_server
from werkzeug.wsgi import ClosingIterator

from config import Mode, Settings
from diary.accounts.models import Account, Role
from diary.accounts.store import account_by_email, begin_session
from diary.app import build_app
from diary.botox.store import add_session
from diary.database import db
from diary.days.store import write_days
from diary.demo.story import tell_days, tell_preventives, tell_sessions
from diary.medicines.preventives.store import add_preventive
from diary.medicines.store import add_own_medicine
from diary.sharing.codes.store import make_code
from diary.sharing.scope import Scope
from tests.browser.scripts import open_page
from tests.cast import a_person
from tests.machine import need
from tests.sharing.shares import a_share

CHART_HOST = "cdn.jsdelivr.net"
SURNAMES = count(1)


@dataclass
class Watch:
    """What a page did that it must not do."""

    host: str
    troubles: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Look at every request and every message of a browser's profile."""
        context.route("**/*", self.let_pass)
        context.on("weberror", lambda error: self.troubles.append(str(error.error)))
        context.on("console", lambda message: self.hear(message.type, message.text))

    def let_pass(self, route: Route) -> None:
        """Let requests to our own server pass; nothing leaves the machine."""
        host = urlsplit(route.request.url).netloc
        if host == self.host:
            return route.continue_()
        if host != CHART_HOST:
            self.troubles.append(f"asked another host: {route.request.url}")
        return route.abort()

    def hear(self, kind: str, text: str) -> None:
        """Note errors, except that an answer was a 4xx, which tests of views look at."""
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.troubles.append(text)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers; there can be one at a time."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests; each gets a fresh profile of it."""
    yield from launched(playwright, shutil.which("chromium"))


def launched(playwright: Playwright, path: str | None) -> Iterator[Browser]:
    """Give the browser of this program, and close it afterwards."""
    path = need(path, "Chromium", "chromium")
    # A service worker comes only from a server whose certificate is believed.
    arguments = ["--ignore-certificate-errors", "--disable-gpu"]
    arguments += ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=path, args=arguments)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def served_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The app as people run it, protection against forged posts included."""
    database = tmp_path_factory.mktemp("browser") / "diary.sqlite3"
    key = "a key for tests only" * 2
    app = build_app(
        Settings(mode=Mode.DEVELOPMENT, secret_key=key, database_url=f"sqlite:///{database}")
    )
    with app.app_context():
        upgrade()
    yield app
    with app.app_context():
        db.engine.dispose()


def all_at_once(app: WSGIApplication) -> WSGIApplication:
    """The same app, its answers read before they are sent.

    The test server leaves an answer's file open when the browser goes away while it is sent.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        parts = ClosingIterator(app(environ, start_response))
        try:
            return [b"".join(parts)]
        finally:
            parts.close()

    return answer


@pytest.fixture(scope="session")
def address(served_app: Flask) -> Iterator[str]:
    """Where the app answers."""
    server = make_server("127.0.0.1", 0, all_at_once(served_app), threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def phone(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """A fresh phone in London that is watched."""
    watch = Watch(host=urlsplit(address).netloc)
    context = chromium.new_context(
        base_url=address,
        viewport={"width": 390, "height": 844},
        locale="en-GB",
        timezone_id="Europe/London",
        has_touch=True,
        reduced_motion="reduce",
    )
    context.set_default_timeout(10_000)
    watch.follow(context)
    yield context
    context.unroute_all(behavior="wait")
    context.close()
    assert watch.troubles == []


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    """A page on which nobody is signed in."""
    return open_page(phone)


def sign_in(phone: BrowserContext, app: Flask, address: str, account: Account) -> None:
    """Sign somebody in on the phone."""
    with app.app_context():
        token = begin_session(account, "Chromium on a phone").token
    cookie = SecureCookieSessionInterface().get_signing_serializer(app)
    assert cookie is not None
    value = cookie.dumps({"_user_id": token, "_fresh": True})
    cookies = {"SESSION_COOKIE_NAME": value, "HERE_COOKIE_NAME": account.mark}
    phone.add_cookies(
        [
            {"name": app.config[name], "value": held, "url": address}
            for name, held in cookies.items()
        ]
    )


@pytest.fixture
def annas_page(phone: BrowserContext, served_app: Flask, address: str) -> Page:
    """A page on which a patient whose name begins with Anna is signed in; her diary is empty."""
    anna = a_person(served_app, f"Anna {next(SURNAMES)}", Role.PATIENT)
    sign_in(phone, served_app, address, anna)
    return open_page(phone)


def patient_of(app: Flask, page: Page) -> Account:
    """The patient who is signed in on a page."""
    name = page.locator(".offline-bar").get_attribute("data-name") or ""
    with app.app_context():
        account = account_by_email(f"{name.lower().replace(' ', '.')}@example.org")
    assert account is not None
    return account


@pytest.fixture(scope="session")
def dana(served_app: Flask) -> Account:
    """Somebody whose diary is as long and full as the demo; many tests read it and none writes."""
    return a_dana(served_app)


@pytest.fixture
def danas_page(phone: BrowserContext, served_app: Flask, address: str, dana: Account) -> Page:
    """A page on which Dana is signed in."""
    sign_in(phone, served_app, address, dana)
    return open_page(phone)


@pytest.fixture(scope="session")
def reader(served_app: Flask) -> Account:
    """A clinician who reads a part of the diary of another Dana."""
    clinician = a_person(served_app, f"Dr Chen {next(SURNAMES)}", Role.CLINICIAN)
    scope = Scope(first=date(2026, 1, 1), notes=False, treatments=True)
    a_share(served_app, a_dana(served_app), clinician, scope)
    with served_app.app_context():
        make_code(clinician, "Lakeside")
    return clinician


@pytest.fixture
def readers_page(phone: BrowserContext, served_app: Flask, address: str, reader: Account) -> Page:
    """A page on which the clinician is signed in."""
    sign_in(phone, served_app, address, reader)
    return open_page(phone)


def a_dana(app: Flask) -> Account:
    """A patient whose name begins with Dana, with her diary."""
    dana = a_person(app, f"Dana {next(SURNAMES)}", Role.PATIENT)
    tell_diary(app, dana)
    return dana


def tell_diary(app: Flask, dana: Account) -> None:
    """Write a diary as long and full as the demo."""
    today = datetime.now(UTC).date()
    with app.app_context():
        write_days(dana, tell_days(today))
        for botox in tell_sessions(today):
            add_session(dana, botox)
        for preventive in tell_preventives(today):
            add_preventive(dana, preventive)
        add_own_medicine(dana, name="sumatriptan", strength="50 mg")
