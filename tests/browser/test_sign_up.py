"""Signing up and in on a phone, with script and without."""

from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, Page, expect

PASSWORD = "eleven brown otters"
ADDRESSES = (f"cleo{number}@example.org" for number in count(1))


def sign_up(page: Page, email: str) -> None:
    page.get_by_label("I have headaches").check()
    page.get_by_label("What should we call you?").fill("Cleo")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Start").click()


def sign_in(page: Page, email: str) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_the_phone_knows_its_time_zone(page: Page) -> None:
    email = next(ADDRESSES)
    page.goto("/sign-up")
    expect(page.get_by_label("Time zone")).to_have_value("Europe/London")
    sign_up(page, email)
    expect(page.get_by_text("Your account is ready")).to_be_visible()
    sign_in(page, email)
    page.goto("/account")
    expect(page.get_by_label("Time zone")).to_have_value("Europe/London")
    expect(page.get_by_text("This device")).to_be_visible()


@pytest.fixture
def plain_page(chromium: Browser, address: str) -> Iterator[Page]:
    """A phone that runs no script."""
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_script_the_time_zone_is_chosen_by_hand(plain_page: Page) -> None:
    email = next(ADDRESSES)
    plain_page.goto("/sign-up")
    expect(plain_page.get_by_label("Time zone")).to_have_value("")
    sign_up(plain_page, email)
    expect(plain_page.get_by_text("Choose your time zone.").first).to_be_visible()
    plain_page.get_by_label("Time zone").select_option("Asia/Tokyo")
    plain_page.get_by_label("Password").fill(PASSWORD)
    plain_page.get_by_role("button", name="Start").click()
    sign_in(plain_page, email)
    plain_page.goto("/account")
    expect(plain_page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")


def test_what_was_typed_survives_signing_in_again_on_another_tab(annas_page: Page) -> None:
    annas_page.goto("/account")
    annas_page.get_by_label("What should we call you?").fill("Anna Maria")
    annas_page.context.clear_cookies()
    annas_page.get_by_role("button", name="Save").click()
    expect(annas_page.get_by_text("name: Anna Maria")).to_be_visible()
    expect(annas_page.get_by_role("button", name="Send it again")).to_be_visible()
