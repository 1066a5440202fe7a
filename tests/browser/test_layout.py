"""Pages fit the smallest phone, also with letters at twice their size."""

import pytest
from playwright.sync_api import Page

VISITORS = ["/", "/help-now", "/about", "/more", "/sign-up", "/sign-in", "/nowhere"]
PATIENTS = [
    "/",
    "/more",
    "/account",
    "/medicines",
    "/medicines/preventives",
    "/days/2026-03-14",
    "/months/2026-03",
]


@pytest.mark.parametrize("place", VISITORS)
def test_nothing_scrolls_sideways_for_a_visitor(page: Page, place: str) -> None:
    fits_with_large_letters(page, place)


@pytest.mark.parametrize("place", PATIENTS)
def test_nothing_scrolls_sideways_for_a_patient(annas_page: Page, place: str) -> None:
    fits_with_large_letters(annas_page, place)


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
