"""A page is there before its scripts have started: a test says which of the two it looks at."""

from playwright.sync_api import BrowserContext, Page, expect

STARTING = "html:not([data-started])"


def open_page(phone: BrowserContext) -> Page:
    """An empty page, where nothing is tapped, typed or expected before its scripts have started."""
    page = phone.new_page()
    page.add_locator_handler(page.locator(STARTING), lambda: None)
    return page


def settle(page: Page) -> None:
    """Wait until the scripts of the page have started, and what they asked for has come."""
    expect(page.locator("html[data-started]")).to_have_count(1)
    page.wait_for_load_state("networkidle")


def be_faster_than_scripts(page: Page) -> None:
    """Tap, type and expect from now on whatever the scripts do."""
    page.remove_locator_handler(page.locator(STARTING))
