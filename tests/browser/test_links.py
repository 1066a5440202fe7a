"""A diary shown by link: made in two taps, opened by a click, and shut for good when it is ended."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.sharing.links.store import MadeLink, add_link, links_of, withdraw_links
from diary.sharing.links.terms import last_three_months
from tests.browser.conftest import Watch, a_dana
from tests.browser.pages.test_axe import axe, faults
from tests.browser.pages.test_layout import hidden_at_the_side
from tests.browser.scripts import open_page, settle
from tests.browser.thumb import Thumb

__all__ = ["axe"]
PAGES = ("", "/trends", "/botox", "/report")
CACHED = """async () => (await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname)))).flat()"""


@pytest.fixture
def dana(served_app: Flask) -> Account:
    """Another Dana for each test, since her links are made and ended."""
    return a_dana(served_app)


@pytest.fixture
def patient(danas_page: Page, dana: Account) -> Account:
    """Dana, with a page of hers open."""
    danas_page.goto("/more")
    return dana


@pytest.fixture
def made(served_app: Flask, patient: Account) -> MadeLink:
    """Dana's link to her last three months."""
    with served_app.app_context():
        return add_link(patient, replace(last_three_months(today_of(patient)), label="the clinic"))


@pytest.fixture
def clinic(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """A computer at the clinic, watched as the phone is."""
    watch = Watch(host=urlsplit(address).netloc)
    context = chromium.new_context(
        base_url=address, viewport={"width": 1280, "height": 800}, reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    watch.follow(context)
    yield context
    context.unroute_all(behavior="wait")
    context.close()
    assert watch.troubles == []


def open_by(page: Page, made: MadeLink) -> None:
    """Open the link, and give the PIN."""
    page.goto(f"/s/{made.link.public_id}#{made.token}")
    expect(page.get_by_role("textbox")).to_have_count(0)
    page.get_by_role("button", name="Open the diary").click()
    page.get_by_label("PIN").fill(made.pin or "")
    page.get_by_role("button", name="Open the diary").click()
    expect(page.get_by_text("’s diary, shared with you until")).to_be_visible()


def test_the_last_three_months_are_on_the_screen_after_two_taps(
    danas_page: Page, served_app: Flask, patient: Account
) -> None:
    thumb = Thumb(danas_page, served_app, patient)
    danas_page.set_viewport_size({"width": 360, "height": 740})
    thumb.open()
    thumb.tap("Share with your clinic")
    thumb.tap("Show my last three months")
    qr_code = danas_page.get_by_role("img", name="QR code of the link")
    expect(qr_code).to_be_in_viewport(ratio=1)
    expect(danas_page.locator(".link-card__pin")).to_be_in_viewport(ratio=1)
    expect(danas_page.locator(".link-card__address")).to_be_in_viewport()
    assert len(thumb.taps) == 2
    with served_app.app_context():
        assert len(links_of(patient)) == 1


def test_what_is_on_the_screen_opens_the_diary(
    danas_page: Page, clinic: BrowserContext, patient: Account
) -> None:
    danas_page.goto("/shares")
    danas_page.get_by_role("button", name="Show my last three months").click()
    shown = danas_page.locator(".link-card__address").inner_text()
    pin = danas_page.locator(".link-card__pin").inner_text()
    reader = open_page(clinic)
    reader.goto(shown)
    expect(reader.get_by_label("The link or its code")).to_be_hidden()
    assert patient.name not in reader.content()
    reader.get_by_role("button", name="Open the diary").click()
    reader.get_by_label("PIN").fill(pin)
    reader.get_by_role("button", name="Open the diary").click()
    expect(reader.get_by_role("heading", name=patient.name)).to_be_visible()


def test_the_code_goes_to_no_address_and_leaves_the_history(
    clinic: BrowserContext, made: MadeLink
) -> None:
    page, asked = open_page(clinic), list[Request]()
    page.on("request", lambda request: asked.append(request))
    open_by(page, made)
    assert asked
    told = [(one.url.partition("#")[0], one.headers.get("referer", "")) for one in asked]
    assert not any(made.token in part for both in told for part in both)
    page.go_back()
    page.go_back()
    expect(page.get_by_label("The link or its code")).to_have_value("")
    assert page.url.endswith(made.link.public_id)


@pytest.mark.parametrize("place", PAGES)
def test_a_reader_needs_no_script_from_elsewhere(
    clinic: BrowserContext, made: MadeLink, place: str
) -> None:
    page, asked = open_page(clinic), list[Request]()
    open_by(page, made)
    page.on("request", lambda request: asked.append(request))
    page.goto(f"/s/{made.link.public_id}/diary{place}", wait_until="networkidle")
    assert {urlsplit(one.url).netloc for one in asked} == {urlsplit(page.url).netloc}
    expect(page.locator("svg.drawing").first).to_be_visible()


def test_the_last_page_is_gone_when_the_link_is_ended(
    clinic: BrowserContext, served_app: Flask, made: MadeLink, patient: Account
) -> None:
    page = open_page(clinic)
    open_by(page, made)
    page.get_by_role("navigation").get_by_role("link", name="Trends").click()
    expect(page.get_by_role("heading", name="Trends")).to_be_visible()
    with served_app.app_context():
        withdraw_links(patient)
    for step in (page.go_back, page.go_forward, page.reload):
        step()
        expect(page.get_by_text("This link does not open anything")).to_be_visible()
        assert patient.name not in page.content()


def test_a_page_that_the_browser_had_kept_is_asked_for_again(
    clinic: BrowserContext, served_app: Flask, made: MadeLink, patient: Account
) -> None:
    page = open_page(clinic)
    open_by(page, made)
    settle(page)
    with served_app.app_context():
        withdraw_links(patient)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.get_by_text("This link does not open anything")).to_be_visible()


def test_the_phone_keeps_no_page_of_a_link(danas_page: Page, made: MadeLink) -> None:
    danas_page.goto("/")
    danas_page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    danas_page.reload()
    open_by(danas_page, made)
    danas_page.goto(f"/s/{made.link.public_id}/diary/trends")
    kept = danas_page.evaluate(CACHED)
    assert "/offline" in kept
    assert [path for path in kept if path.startswith("/s/")] == []


def test_without_script_the_whole_link_is_pasted(
    chromium: Browser, address: str, made: MadeLink
) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/s/{made.link.public_id}")
    page.get_by_label("The link or its code").fill(f"{page.url}#{made.token}")
    page.get_by_role("button", name="Open the diary").click()
    page.get_by_label("PIN").fill(made.pin or "")
    page.get_by_role("button", name="Open the diary").click()
    page.get_by_role("link", name="Trends").first.click()
    expect(page.locator("svg.drawing").first).to_be_visible()
    context.close()


def test_the_link_is_copied_with_one_tap(danas_page: Page, made: MadeLink) -> None:
    danas_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    danas_page.goto("/shares")
    danas_page.get_by_role("button", name="Show my last three months").click()
    danas_page.get_by_role("button", name="Copy the link").click()
    expect(danas_page.get_by_text("Copied.")).to_be_visible()
    copied = danas_page.evaluate("navigator.clipboard.readText()")
    assert copied == danas_page.locator(".link-card__address").inner_text()
    assert re.search(r"/s/[0-9a-f]{8}#[A-Za-z0-9_-]{43}$", copied)


def test_a_readers_pages_fit_and_axe_finds_no_fault(
    clinic: BrowserContext, made: MadeLink, axe: str
) -> None:
    page = open_page(clinic)
    page.goto(f"/s/{made.link.public_id}#{made.token}")
    looked_at = {"open": look(page, axe)}
    page.get_by_role("button", name="Open the diary").click()
    looked_at["pin"] = look(page, axe)
    page.get_by_label("PIN").fill(made.pin or "")
    page.get_by_role("button", name="Open the diary").click()
    for place in (*PAGES, "/close"):
        page.goto(f"/s/{made.link.public_id}/diary{place}")
        looked_at[place] = look(page, axe)
    assert {place: found for place, found in looked_at.items() if found != ({}, 0)} == {}


def test_the_page_to_show_fits_and_axe_finds_no_fault(danas_page: Page, axe: str) -> None:
    danas_page.goto("/shares")
    danas_page.get_by_role("button", name="Show my last three months").click()
    expect(danas_page.locator(".link-card__pin")).to_be_visible()
    assert look(danas_page, axe) == ({}, 0)


def look(page: Page, axe: str) -> tuple[dict[str, list[str]], int]:
    """What axe finds, and how far the page goes beyond the smallest screen."""
    found = faults(page, axe)
    page.set_viewport_size({"width": 320, "height": 640})
    return found, max(hidden_at_the_side(page), 0)
