"""Pages fit the smallest phone, also with letters at twice their size."""

from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from diary.accounts.models import Account, Role
from diary.database import db
from diary.sharing.grant import Grant
from diary.sharing.invitations.store import invite
from diary.sharing.scope import WHOLE
from tests.browser.places import DANAS, VISITORS
from tests.cast import a_person


@pytest.mark.parametrize("place", VISITORS)
def test_nothing_scrolls_sideways_for_a_visitor(page: Page, place: str) -> None:
    fits_with_large_letters(page, place)


@pytest.mark.parametrize("place", DANAS)
def test_nothing_scrolls_sideways_for_a_patient(danas_page: Page, place: str) -> None:
    fits_with_large_letters(danas_page, place)


def test_a_word_without_end_stays_on_the_page(annas_page: Page) -> None:
    annas_page.set_viewport_size({"width": 320, "height": 640})
    annas_page.goto("/")
    annas_page.get_by_role("button", name="Mild").last.click()
    annas_page.get_by_role("link", name="Add or change").first.click()
    annas_page.get_by_label("Something else").fill("t" * 60)
    annas_page.get_by_role("combobox", name="Medicine").first.fill("m" * 100)
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    expect(annas_page.get_by_text("Saved.").first).to_be_visible()
    assert hidden_at_the_side(annas_page) <= 0
    annas_page.goto("/")
    expect(annas_page.get_by_text("m" * 100).first).to_be_visible()
    assert hidden_at_the_side(annas_page) <= 0


def test_a_name_without_end_stays_on_the_list_of_patients(
    readers_page: Page, served_app: Flask
) -> None:
    with served_app.app_context():
        clinicians = select(Account).where(Account.role == Role.CLINICIAN)
        clinician = db.session.scalars(clinicians.order_by(Account.id.desc())).first()
        assert clinician is not None
        grant = Grant(scope=WHOLE, ends_on=date(2099, 1, 1))
        invite(a_person(served_app, "W" * 60, Role.PATIENT), clinician.email, grant)
    readers_page.set_viewport_size({"width": 320, "height": 640})
    readers_page.goto("/clinic")
    expect(readers_page.get_by_text("W" * 60).first).to_be_visible()
    assert hidden_at_the_side(readers_page) <= 0


def fits_with_large_letters(page: Page, place: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(place)
    assert hidden_at_the_side(page) <= 0
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert hidden_at_the_side(page) <= 0


def hidden_at_the_side(page: Page) -> int:
    """How many pixels of the page lie beyond the edge of the screen."""
    pixels: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return pixels
