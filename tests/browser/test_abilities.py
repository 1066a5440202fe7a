"""Browsers that lack something, one ability after the other: the main taps are saved all the same."""

from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.clinical.period import A_DAY
from diary.days.store import day_of
from tests.browser.conftest import patient_of
from tests.browser.scripts import settle
from tests.browser.test_offline import count

ONE_ARGUMENT = """
const Real = FormData;
window.FormData = class extends Real {
  constructor(form) {
    super(...(form ? [form] : []));
  }
};
"""
SAYS_OFFLINE = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });"
LACKING = {
    "FormData without the button": ONE_ARGUMENT,
    "a phone that says offline": SAYS_OFFLINE,
}


@pytest.mark.parametrize("lacking", LACKING)
def test_taps_are_saved_with_a_network_and_kept_without(
    annas_page: Page, served_app: Flask, lacking: str
) -> None:
    annas_page.add_init_script(LACKING[lacking])
    annas_page.goto("/")
    settle(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    annas_page.get_by_role("button", name="Send now").click()
    count(annas_page, "Sent.")
    assert severity_of(served_app, anna, today_of(anna)) == "severe"
    yesterday = today_of(anna) - A_DAY
    annas_page.goto(f"/?day={yesterday}")
    annas_page.get_by_role("button", name="Mild").last.click()
    expect(annas_page.locator(".notices")).to_contain_text("Saved: ")
    assert severity_of(served_app, anna, yesterday) == "mild"


def severity_of(app: Flask, anna: Account, on: date) -> str | None:
    """What the diary holds of a day."""
    with app.app_context():
        stored = day_of(anna, on)
    return stored.day.severity if stored and stored.day else None
