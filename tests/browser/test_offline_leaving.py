"""Signed out, erased, or signing out, while entries wait on the phone."""

from flask import Flask
from playwright.sync_api import Page, expect

from diary.accounts.clock import today_of
from diary.accounts.models import Role
from diary.accounts.store import erase_account, sessions_of
from diary.days.store import day_of
from tests.browser.conftest import SURNAMES, patient_of, sign_in
from tests.browser.scripts import open_page, settle
from tests.browser.test_offline import count, ready
from tests.cast import a_person

SIGNED_OUT = "You are signed out on this phone"
BROUGHT_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
COOKIES_STAY = """
const { get } = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
Object.defineProperty(document, "cookie", { get: () => get.call(document), set() {} });
"""


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
    for tab in (annas_page, other):
        expect(tab.get_by_role("heading", level=1)).to_have_text(SIGNED_OUT)


def test_signed_out_without_a_network_nothing_of_the_diary_opens(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    deaf = open_page(annas_page.context)
    deaf.add_init_script("delete window.BroadcastChannel;")
    deaf.goto("/")
    settle(deaf)
    annas_page.goto("/more")
    settle(annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Sign out").click()
    expect(annas_page.get_by_role("heading", level=1)).to_have_text(SIGNED_OUT)
    expect(annas_page.locator("body")).not_to_contain_text(anna.name)
    deaf.evaluate(BROUGHT_BACK)
    expect(deaf.get_by_role("heading", level=1)).to_have_text(SIGNED_OUT)
    annas_page.go_back()
    expect(annas_page.get_by_text("You are signed out on this phone.")).to_be_visible()
    expect(annas_page.get_by_role("button", name="Severe")).to_be_hidden()
    annas_page.context.set_offline(False)
    annas_page.goto("/")
    expect(annas_page.get_by_text("You are signed out.")).to_be_visible()
    expect(deaf.get_by_role("heading", level=1)).to_have_text("Sign in")
    with served_app.app_context():
        assert sessions_of(anna) == []


def test_a_browser_that_cannot_sign_out_alone_says_so_and_does_it_later(
    annas_page: Page, served_app: Flask
) -> None:
    annas_page.add_init_script(COOKIES_STAY)
    ready(annas_page, "/more")
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Sign out").click()
    count(annas_page, "You will be signed out when the network is back")
    annas_page.context.set_offline(False)
    expect(annas_page.get_by_role("heading", name="Sign in")).to_be_visible(timeout=10_000)
    with served_app.app_context():
        assert sessions_of(anna) == []


def test_a_clinician_who_signs_out_leaves_what_a_patient_kept(
    annas_page: Page, served_app: Flask, address: str
) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.clear_cookies()
    lee = a_person(served_app, f"Dr Lee {next(SURNAMES)}", Role.CLINICIAN)
    sign_in(annas_page.context, served_app, address, lee)
    annas_page.context.set_offline(False)
    annas_page.goto("/more")
    annas_page.get_by_role("button", name="Sign out").click()
    expect(annas_page.get_by_role("heading", name="Sign in")).to_be_visible()
    annas_page.goto("/offline")
    expect(annas_page.locator(".kept__entry")).to_have_count(1)


def test_what_is_discarded_is_gone_and_never_sent(annas_page: Page, served_app: Flask) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.route(
        "**/days/token", lambda route: route.fulfill(status=503, json={"status": 503})
    )
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
