"""The diary as it runs for the public: real server, https, production; what is sent is believed."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from playwright.sync_api import Browser, Page, Request, Route, expect

from config import Settings
from diary.accounts.store import account_by_email
from diary.app import build_app
from diary.clinical.day import DiaryDay, Severity
from diary.days.store import day_of
from tests.browser.scripts import open_page, settle
from tests.browser.test_sign_up import ADDRESSES, sign_in, sign_up
from tests.conftest import close
from tests.machine import need
from tests.performance.server import serving

SOME_DAY = date(2026, 3, 14)


@dataclass
class Public:
    """The diary on its public address, and a look into its database."""

    address: str
    app: Flask

    def day(self, email: str, on: date) -> DiaryDay | None:
        """What is stored of a day of this person."""
        with self.app.app_context():
            account = account_by_email(email)
            stored = day_of(account, on) if account else None
        return stored.day if stored else None


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    """Serve it as production, with a certificate of its own."""
    folder = tmp_path_factory.mktemp("https")
    environment = {
        "DIARY_INSTANCE": str(folder),
        "DIARY_MODE": "production",
        "DIARY_SECRET_KEY": "a long random text of the public app",
        "DIARY_HOSTS": "localhost",
    }
    app = build_app(Settings.from_environment(environment))
    with app.app_context():
        upgrade()
    key, certificate = make_certificate(folder)
    tls = ("--keyfile", str(key), "--certfile", str(certificate))
    with serving("diary.app:create_app()", environment, *tls) as port:
        yield Public(f"https://localhost:{port}", app)
    close(app)


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """Make the key and the certificate of localhost, which nobody else signed."""
    openssl = need(shutil.which("openssl"), "OpenSSL", "openssl")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    named = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
    files = ("-keyout", str(key), "-out", str(certificate))
    subprocess.run([openssl, *made, *named, *files], check=True, stderr=subprocess.DEVNULL)
    return key, certificate


@pytest.fixture(params=["same-origin", "no-referrer"])
def policy(request: pytest.FixtureRequest) -> str:
    """What the browser tells of the page before: as our pages ask for, or nothing at all."""
    return str(request.param)


@pytest.fixture
def page(chromium: Browser, public: Public, policy: str) -> Iterator[Page]:
    """A page on which nobody is signed in, in a browser with this policy."""

    def answer(route: Route) -> None:
        if not route.request.is_navigation_request() or route.request.method != "GET":
            return route.continue_()
        came = route.fetch(max_redirects=0, max_retries=3)
        return route.fulfill(response=came, headers=came.headers | {"referrer-policy": policy})

    context = chromium.new_context(base_url=public.address, ignore_https_errors=True)
    if policy == "no-referrer":
        context.route("**/*", answer)
    yield open_page(context)
    context.unroute_all(behavior="wait")
    context.close()


def test_what_is_sent_over_https_is_believed(page: Page, public: Public, policy: str) -> None:
    email, posts = next(ADDRESSES), posts_of(page)
    page.goto("/sign-up")
    page.get_by_label("Time zone").select_option("Europe/London")
    sign_up(page, email)
    expect(page.get_by_text("Your account is ready")).to_be_visible()
    page.goto("/sign-in")
    sign_in(page, email)
    expect(page).to_have_url(f"{public.address}/")

    page.goto(f"/days/{SOME_DAY}")
    settle(page)
    page.get_by_label("Severe").check()
    expect(page.locator("output")).to_have_text("Saved")
    page.get_by_label("Note").fill("dull and long")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    day = public.day(email, SOME_DAY)
    assert day
    assert (day.severity, day.note) == (Severity.SEVERE, "dull and long")

    page.goto("/")
    settle(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.get_by_role("button", name="Moderate").last.click()
    expect(page.locator(".offline-bar")).to_contain_text("1 entry not sent.")
    page.context.set_offline(False)
    expect(page.get_by_role("status").first).to_have_text("Sent.")

    said = [(post.get("origin"), "referer" in post) for post in map(Request.all_headers, posts)]
    ours = (public.address, True) if policy == "same-origin" else ("null", False)
    assert ours in said


def posts_of(page: Page) -> list[Request]:
    """The forms that the browser sends from now on."""
    posts: list[Request] = []
    page.on("request", lambda one: posts.append(one) if one.method == "POST" else None)
    return posts
