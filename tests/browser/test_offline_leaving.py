"""Signed out, erased, or signing out, while entries wait on the phone."""

from flask import Flask
from playwright.sync_api import Page, expect

from diary.accounts.clock import today_of
from diary.accounts.store import erase_account
from diary.days.store import day_of
from tests.browser.conftest import patient_of
from tests.browser.scripts import open_page, settle
from tests.browser.test_offline import count, ready


def test_signed_out_it_waits_and_says_so(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.clear_cookies()
    annas_page.context.set_offline(False)
    count(annas_page, "1 entry not sent. Sign in to send.")


def test_of_an_account_erased_elsewhere_nothing_is_sent(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    with served_app.app_context():
        erase_account(anna)
    annas_page.context.set_offline(False)
    count(annas_page, "1 entry not sent. Sign in to send.")


def test_signing_out_with_a_network_sends_first(annas_page: Page, served_app: Flask) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    busy = [True]
    annas_page.context.route(
        "**/days/token",
        lambda route: route.fulfill(status=503) if busy else route.continue_(),
    )
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "The diary does not answer.")
    annas_page.goto("/more")
    count(annas_page, "The diary does not answer.")
    busy.clear()
    annas_page.get_by_role("button", name="Sign out").click()
    expect(annas_page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(annas_page.locator(".offline-bar")).to_be_hidden()
    with served_app.app_context():
        stored = day_of(anna, today_of(anna))
    assert stored is not None
    assert stored.day is not None


def test_signing_out_without_a_network_asks_first(annas_page: Page) -> None:
    ready(annas_page, "/more")
    other = open_page(annas_page.context)
    other.goto("/")
    settle(other)
    annas_page.context.set_offline(True)
    other.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.get_by_role("button", name="Sign out").click()
    annas_page.get_by_role("button", name="Stay signed in").click()
    count(annas_page, "1 entry not sent.")
    annas_page.get_by_role("button", name="Sign out").click()
    with annas_page.expect_download() as saved:
        annas_page.get_by_role("button", name="Save as a file").click()
    assert '"severity": "severe"' in saved.value.path().read_text()
    count(annas_page, "Nothing of the diary is left on this phone.")
    expect(other.locator(".offline-bar")).not_to_contain_text("not sent.")


def test_what_is_discarded_is_gone_and_never_sent(annas_page: Page, served_app: Flask) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.route("**/days/token", lambda route: route.fulfill(status=503))
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    annas_page.goto("/more")
    annas_page.get_by_role("button", name="Sign out").click()
    annas_page.get_by_role("button", name="Discard").click()
    expect(annas_page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(annas_page.locator(".offline-bar")).to_be_hidden()
    annas_page.context.unroute("**/days/token")
    annas_page.goto("/offline")
    expect(annas_page.get_by_role("heading", name="Kept on this phone")).to_be_hidden()
    with served_app.app_context():
        assert day_of(anna, today_of(anna)) is None
