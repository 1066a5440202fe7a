"""Browsers that lack something, one thing after the other: the main taps are saved all the same."""

import re
from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Error, Page, expect

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.clinical.day import DiaryDay
from diary.clinical.period import A_DAY
from diary.days.store import day_of
from diary.medicines.store import add_own_medicine
from tests.browser.conftest import patient_of
from tests.browser.lacking import KEEPING, LACKING
from tests.browser.scripts import settle
from tests.browser.test_offline import count

ONLY_ONLINE = {
    "workers": "this browser opens the diary only with a network",
    "workers made of modules": "this browser opens the diary only with a network",
    "a secure context": "without https the diary opens only with a network",
}
BY_WHOM = re.compile(r"Sent\.|Nothing waits on this phone any more\.")
SENT = dict.fromkeys(("a channel between pages", "what is younger than Safari 15"), BY_WHOM)
"""Without a channel a page does not hear that it was the worker who sent."""
SIGNED_OUT = "You are signed out on this phone"


@pytest.mark.parametrize("lacking", LACKING)
def test_whatever_a_browser_lacks_the_main_taps_are_saved_with_a_network_and_kept_without(
    annas_page: Page, served_app: Flask, lacking: str
) -> None:
    anna = anna_without(annas_page, served_app, LACKING[lacking])
    today = today_of(anna)
    tapped_without_a_network(annas_page, lacking)
    assert recorded(served_app, anna, today).severity == "severe"
    tapped_with_a_network(annas_page, today, today - A_DAY)
    assert [dose.named for dose in recorded(served_app, anna, today).doses or ()] == ["rizatriptan"]
    yesterday = recorded(served_app, anna, today - A_DAY)
    assert (yesterday.severity, yesterday.note) == ("mild", "at the sea")
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Sign out").click()
    expect(annas_page.get_by_role("heading", level=1)).to_have_text(SIGNED_OUT)


def tapped_without_a_network(page: Page, lacking: str) -> None:
    """Tap an answer for today, and send it once the network is back."""
    page.context.set_offline(True)
    page.get_by_role("button", name="Severe").last.click()
    count(page, "1 entry not sent.")
    count(page, ONLY_ONLINE.get(lacking, "1 entry not sent."))
    page.context.set_offline(False)
    count(page, SENT.get(lacking, "Sent."))


def tapped_with_a_network(page: Page, today: date, yesterday: date) -> None:
    """Take a medicine today, and fill in yesterday by a tap and on its own page."""
    go_although_it_may_open_anew(page, "/")
    page.get_by_role("button", name="rizatriptan").first.click()
    expect(page.locator(".notices")).to_contain_text("Saved: ")
    page.goto(f"/?day={yesterday}")
    page.get_by_role("button", name="Mild").last.click()
    expect(page.locator(".notices")).to_contain_text("Saved: ")
    page.goto(f"/days/{yesterday}")
    page.get_by_label("Note").fill("at the sea")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.locator(".notices")).to_contain_text("Saved.")
    page.goto("/more")
    settle(page)


def go_although_it_may_open_anew(page: Page, path: str) -> None:
    """Go to another page, once more where the first one reloads itself at that moment."""
    try:
        page.goto(path)
    except Error:
        page.goto(path)


@pytest.mark.parametrize("database", KEEPING)
def test_a_browser_that_keeps_nothing_saves_with_a_network_and_says_the_true_reason_without(
    annas_page: Page, served_app: Flask, database: str
) -> None:
    script, words = KEEPING[database]
    anna = anna_without(annas_page, served_app, script)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, words)
    annas_page.context.set_offline(False)
    annas_page.get_by_role("button", name="Mild").last.click()
    expect(annas_page.locator(".notices")).to_contain_text("Saved: ")
    assert recorded(served_app, anna, today_of(anna)).severity == "mild"


def anna_without(page: Page, app: Flask, script: str) -> Account:
    """Anna, who takes rizatriptan, on her first page in a browser that lacks something."""
    page.add_init_script(script)
    page.goto("/")
    settle(page)
    anna = patient_of(app, page)
    with app.app_context():
        add_own_medicine(anna, name="rizatriptan", strength="")
    return anna


def recorded(app: Flask, anna: Account, on: date) -> DiaryDay:
    """What the diary holds of a day."""
    with app.app_context():
        stored = day_of(anna, on)
    assert stored is not None
    assert stored.day is not None
    return stored.day
