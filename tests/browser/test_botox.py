"""Recording a Botox session on a phone, with script and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

NEW = "/botox/sessions/new"
STANDARD = "Standard: 155 units at 31 sites"


@pytest.fixture
def annas_plain_page(chromium: Browser, annas_page: Page, address: str) -> Iterator[Page]:
    """A page on which Anna is signed in and no script runs."""
    signed_in = annas_page.context.storage_state()
    context = chromium.new_context(
        base_url=address, java_script_enabled=False, storage_state=signed_in
    )
    yield context.new_page()
    context.close()


def record_with_one_tap(page: Page, sites: str = "31") -> None:
    """Record a session of the standard pattern, with another number of sites if asked."""
    page.goto(NEW)
    page.get_by_label("Date").fill("2026-02-23")
    page.get_by_role("button", name=STANDARD).click()
    expect(page.get_by_label("Units in all")).to_have_value("155")
    expect(page.get_by_label("Date")).to_have_value("2026-02-23")
    page.get_by_label("Sites").fill(sites)
    page.get_by_role("button", name="Save").click()


def test_the_standard_pattern_takes_one_tap(annas_page: Page) -> None:
    record_with_one_tap(annas_page)
    expect(annas_page.get_by_text("Session of 23 February 2026 saved.")).to_be_visible()
    expect(annas_page.get_by_role("link", name="155 units at 31 sites")).to_be_visible()


def test_without_script_the_server_fills_the_pattern_in(annas_plain_page: Page) -> None:
    record_with_one_tap(annas_plain_page, sites="29")
    expect(annas_plain_page.get_by_text("29 × 5 = 145")).to_be_visible()


def test_the_enter_key_saves_and_fills_nothing_in(annas_plain_page: Page) -> None:
    annas_plain_page.goto(NEW)
    annas_plain_page.get_by_label("Date").fill("2026-02-23")
    annas_plain_page.get_by_label("Clinic").fill("City")
    annas_plain_page.get_by_label("Clinic").press("Enter")
    expect(annas_plain_page.get_by_text("Session of 23 February 2026 saved.")).to_be_visible()
