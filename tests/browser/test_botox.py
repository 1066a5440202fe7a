"""Recording a Botox session on a phone, with script and without."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

NEW = "/botox/sessions/new"
STANDARD = "Standard: 155 units at 31 sites"


@pytest.fixture
def annas_plain_page(chromium: Browser, annas_page: Page, address: str) -> Iterator[Page]:
    """A page on which Anna is signed in and no script runs."""
    signed_in = annas_page.context.storage_state()
    context = chromium.new_context(
        base_url=address, java_script_enabled=False, storage_state=signed_in
    )
    yield context.new_page()
    context.close()


def record_with_one_tap(page: Page, sites: str = "31") -> None:
    """Record a session of the standard pattern, with another number of sites if asked."""
    page.goto(NEW)
    page.get_by_label("Date").fill("2026-02-23")
    page.get_by_role("button", name=STANDARD).click()
    expect(page.get_by_label("Units in all")).to_have_value("155")
    expect(page.get_by_label("Date")).to_have_value("2026-02-23")
    page.get_by_label("Sites in all").fill(sites)
    page.get_by_role("button", name="Save").click()


def test_the_standard_pattern_takes_one_tap(annas_page: Page) -> None:
    record_with_one_tap(annas_page)
    expect(annas_page.get_by_text("Session of 23 February 2026 saved.")).to_be_visible()
    expect(annas_page.get_by_role("link", name="155 units at 31 sites")).to_be_visible()


def test_without_script_the_server_fills_the_pattern_in(annas_plain_page: Page) -> None:
    record_with_one_tap(annas_plain_page, sites="29")
    said = "The muscles add up to 155 units at 31 sites. The diary keeps these totals."
    expect(annas_plain_page.get_by_text(said)).to_be_visible()


def test_without_script_a_step_comes_back_with_its_units(annas_plain_page: Page) -> None:
    annas_plain_page.goto(NEW)
    annas_plain_page.get_by_text("Muscle by muscle, in numbers").click()
    annas_plain_page.get_by_role("button", name="Temporalis, left: one site more").click()
    expect(annas_plain_page.get_by_label("Temporalis, left: units")).to_have_value("5")
    expect(annas_plain_page.get_by_label("Temporalis, left: units")).to_be_in_viewport()
    expect(annas_plain_page.get_by_text("5 units at 1 site", exact=True)).to_be_visible()


def test_without_script_a_muscle_of_the_drawing_leads_to_its_numbers(
    annas_plain_page: Page,
) -> None:
    annas_plain_page.goto(NEW)
    annas_plain_page.get_by_role("link", name="Trapezius, left: nothing").press("Enter")
    expect(annas_plain_page.get_by_label("Trapezius, left: units")).to_be_in_viewport()


def test_the_pain_is_followed_with_the_keyboard_alone(annas_page: Page) -> None:
    annas_page.goto(NEW)
    annas_page.get_by_label("Date").fill("2026-02-23")
    annas_page.get_by_role("button", name=STANDARD).press("Enter")
    total = annas_page.locator(".muscles__total")
    expect(total).to_have_text("155 units at 31 sites")
    shoulder = annas_page.get_by_role("button", name="Trapezius, right:")
    shoulder.press("+")
    shoulder.press("Enter")
    expect(shoulder).to_have_accessible_name("Trapezius, right: 25 units at 5 sites")
    expect(total).to_have_text("165 units at 33 sites")
    shoulder.press("-")
    expect(total).to_have_text("160 units at 32 sites")
    expect(annas_page.get_by_label("Units in all")).to_have_value("160")
    annas_page.get_by_role("button", name="Save").press("Enter")
    annas_page.get_by_role("link", name="160 units at 32 sites").click()
    back = annas_page.get_by_role("img", name="From the back")
    expect(back).to_have_accessible_name(re.compile("Trapezius, right: 20 units at 4 sites"))
    expect(back.locator(".muscles__spot--given")).to_have_count(17)


def test_a_tap_on_a_muscle_adds_and_a_tap_on_a_dot_takes_away(annas_page: Page) -> None:
    annas_page.goto(NEW)
    forehead = annas_page.get_by_role("button", name="Frontalis, left:")
    forehead.tap()
    expect(forehead).to_have_accessible_name("Frontalis, left: 5 units at 1 site")
    expect(annas_page.get_by_label("Frontalis, left: units")).to_have_value("5")
    forehead.locator(".muscles__spot--given").tap()
    expect(forehead).to_have_accessible_name("Frontalis, left: nothing")


def test_the_enter_key_saves_and_fills_nothing_in(annas_plain_page: Page) -> None:
    annas_plain_page.goto(NEW)
    annas_plain_page.get_by_label("Date").fill("2026-02-23")
    annas_plain_page.get_by_label("Clinic").fill("City")
    annas_plain_page.get_by_label("Clinic").press("Enter")
    expect(annas_plain_page.get_by_text("Session of 23 February 2026 saved.")).to_be_visible()
