"""A walk through days on a phone, one tap each, left at once: `.venv/bin/python -m tests.endurance.walk`.

The real server, a real Chromium, the service worker in control. Each day is answered with "No" and
left by the arrow to the day before, faster than anything is answered. It prints how many days were
tapped and how many are in the diary, and fails when they differ.
"""

import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, sync_playwright

from config import Settings
from diary.accounts.store import account_by_email
from diary.app import build_app
from diary.clinical.period import Period
from diary.days.store import days_of
from tests.performance.patient import keep_diary
from tests.performance.server import serving

STEPS = 100
AT_MOST = 300
"""Milliseconds between a tap and leaving."""
PATIENCE = 20_000
STARTED = "html[data-started]"
IN_CONTROL = "navigator.serviceWorker.controller !== null"
TAP_AND_GO = """() => {
  document.querySelector("[name=headache][value=no]").click();
  document.querySelector("a[href*='/days/']").click();
}"""


def step_back(page: Page) -> None:
    """Answer the day on screen with no and go to the day before, at once."""
    path = page.evaluate("location.pathname")
    page.wait_for_selector(STARTED, state="attached")
    page.evaluate(TAP_AND_GO)
    page.wait_for_function("path => location.pathname !== path", arg=path)


def main() -> None:
    """Walk, and print the figures."""
    today = datetime.now(UTC).date()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        environment, cookies = keep_diary(Path(folder), today, years=0)
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        with serving("diary.app:create_app()", environment) as port:
            address = f"http://localhost:{port}"
            phone = browser.new_context(base_url=address, timezone_id="Europe/London")
            for name, value in cookies.items():
                phone.add_cookies([{"name": name, "value": value, "url": address}])
            walk(phone, today.isoformat())
        stored = days_stored(environment, Period(today - timedelta(days=STEPS - 1), today))
        browser.close()
    print(f"days tapped {STEPS}, days stored {stored}, worker in control, left within {AT_MOST} ms")
    sys.exit(stored != STEPS)


def walk(phone: BrowserContext, today: str) -> None:
    """Step back day by day; then wait until nothing is on its way."""
    page = phone.new_page()
    page.goto("/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function(IN_CONTROL)
    page.goto(f"/days/{today}")
    for _ in range(STEPS):
        step_back(page)
    page.wait_for_timeout(PATIENCE / 4)


def days_stored(environment: dict[str, str], period: Period) -> int:
    """How many days of the period say that there was no headache."""
    app = build_app(Settings.from_environment(environment))
    with app.app_context():
        patient = account_by_email("anna@example.org")
        assert patient is not None
        days = days_of(patient, period).values()
        return sum(one.day is not None and not one.day.headache for one in days)


if __name__ == "__main__":
    main()
