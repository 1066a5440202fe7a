"""Pages fit the smallest phone, also with letters at twice their size."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import DANAS, VISITORS


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
