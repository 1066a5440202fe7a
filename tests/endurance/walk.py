"""A walk through days on a phone, each answered and left at once: `python -m tests.endurance.walk`.

The real server, a real Chromium, the service worker in control. Every day is answered with "No" and
left by the arrow to the day before in the same moment. It prints how many days were tapped and how
many of them are in the diary, and ends with 1 when they differ.
"""

import shutil
import sys
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from click import echo
from playwright.sync_api import BrowserContext, Page, sync_playwright

from config import Settings
from diary.accounts.store import account_by_email
from diary.app import build_app
from diary.clinical.period import Period
from diary.days.store import days_of
from tests.performance.patient import keep_diary
from tests.performance.server import serving

STEPS = 100
PATIENCE = 20.0
"""Seconds until what is on its way has arrived."""
STARTED = "html[data-started]"
IN_CONTROL = "navigator.serviceWorker.controller !== null"
TAP_AND_GO = """() => {
  document.querySelector("[name=headache][value=no]").click();
  document.querySelector(".steps a").click();
}"""


def main() -> None:
    """Walk, and print the figures."""
    today = datetime.now(UTC).date()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        environment, cookies = keep_diary(Path(folder), today, years=0)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        with serving("diary.app:create_app()", environment) as port:
            address = f"http://localhost:{port}"
            phone = browser.new_context(base_url=address, timezone_id="Europe/London")
            for name, value in cookies.items():
                phone.add_cookies([{"name": name, "value": value, "url": address}])
            walk(phone, today)
            stored = days_stored(environment, Period(today - timedelta(days=STEPS - 1), today))
        browser.close()
    echo(f"worker in control: {STEPS} days tapped, {stored} days stored")
    sys.exit(stored != STEPS)


def walk(phone: BrowserContext, today: date) -> None:
    """Step back day by day."""
    page = phone.new_page()
    page.goto("/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function(IN_CONTROL)
    page.goto(f"/days/{today}")
    for _ in range(STEPS):
        step_back(page)


def step_back(page: Page) -> None:
    """Answer the day on screen with no and go to the day before, at once."""
    here = page.url
    page.wait_for_selector(STARTED, state="attached")
    page.evaluate(TAP_AND_GO)
    page.wait_for_url(lambda url: url != here)


def days_stored(environment: Mapping[str, str], period: Period) -> int:
    """How many days of the period say that there was no headache, once all do or after a while."""
    app, until = build_app(Settings.from_environment(environment)), time.monotonic() + PATIENCE
    with app.app_context():
        patient = account_by_email("anna@example.org")
        assert patient is not None
        while True:
            days = days_of(patient, period).values()
            found = sum(one.day is not None and not one.day.headache for one in days)
            if found == STEPS or time.monotonic() > until:
                return found
            time.sleep(0.2)


if __name__ == "__main__":
    main()
