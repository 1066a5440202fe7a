"""Taking back without a network: what waits on the phone, and what was saved before."""

from flask import Flask
from playwright.sync_api import Page, expect

from diary.days.store import day_of
from tests.browser.conftest import patient_of
from tests.browser.scripts import settle
from tests.browser.test_offline import TODAY, count, ready


def test_a_tap_is_undone_before_it_is_sent(annas_page: Page, served_app: Flask) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.get_by_role("button", name="Undo").click()
    expect(annas_page.get_by_role("status").first).to_have_text("Undone.")
    annas_page.get_by_role("button", name="Mild").last.click()
    annas_page.context.set_offline(False)
    expect(annas_page.get_by_role("link", name="Add or change").first).to_be_visible()
    with served_app.app_context():
        stored = day_of(anna, TODAY)
    assert stored is not None
    assert stored.day is not None
    assert (stored.revision, stored.day.severity) == (1, "mild")


def test_an_entry_can_be_taken_back_before_it_is_sent(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    annas_page.goto("/offline")
    annas_page.get_by_role("button", name="Severe").click()
    annas_page.get_by_role("button", name="Take back").click()
    expect(annas_page.locator(".offline-bar")).not_to_contain_text("not sent")
    annas_page.context.set_offline(False)
    annas_page.goto("/")
    expect(annas_page.get_by_role("button", name="Severe").last).to_be_visible()


def test_what_was_saved_before_is_undone_once_there_is_a_network(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.get_by_role("button", name="Severe").last.click()
    undo = annas_page.locator(".notices").get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    settle(annas_page)
    annas_page.context.set_offline(True)
    undo.click()
    count(annas_page, "what was saved last is undone.")
    expect(undo).to_be_hidden()
    annas_page.context.set_offline(False)
    expect(annas_page.get_by_role("button", name="Severe").last).to_be_visible()
    with served_app.app_context():
        stored = day_of(anna, TODAY)
    assert stored is not None
    assert (stored.revision, stored.day) == (2, None)
