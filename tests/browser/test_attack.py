"""The screen for a headache: dark, still, at most three large controls, and a way out."""

from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from diary.accounts.clock import today_of
from diary.clinical.day import Dose, Effect, Purpose
from tests.browser.conftest import patient_of
from tests.browser.thumb import Thumb
from tests.diaries import a_day

LEAST_HEIGHT, MOST_CONTROLS = 64, 3
CONTROLS = "a, button, input, select, textarea, summary, [tabindex]"
NEARLY_BLACK = 40
TRIPTAN = Dose(name="sumatriptan", strength="50 mg", effect=Effect.HELPED)
DAILY = Dose(name="propranolol", purpose=Purpose.PREVENTIVE)
GROUND = """() => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    return style.animationName !== "none" || !/^0s(, 0s)*$/.test(style.transitionDuration);
}).length"""


@pytest.fixture
def thumb(annas_page: Page, served_app: Flask) -> Thumb:
    """Anna takes a preventive every day, and sumatriptan now and then."""
    annas_page.goto("/more")
    thumb = Thumb(annas_page, served_app, patient_of(served_app, annas_page))
    today = today_of(thumb.patient)
    thumb.has_recorded(
        *(a_day(today - timedelta(days=n), doses=(DAILY,)) for n in (1, 2)),
        a_day(today - timedelta(days=3), doses=(DAILY, TRIPTAN)),
    )
    return thumb


def test_a_running_headache_opens_its_own_screen_with_three_large_controls(thumb: Thumb) -> None:
    thumb.open()
    thumb.tap("Headache started now")
    thumb.sees_saved()
    thumb.open()
    names = ["It’s over", "sumatriptan 50 mg", "Finish later or get help"]
    assert names_of_controls(thumb.page) == names
    assert all(height >= LEAST_HEIGHT for height in heights(thumb.page))


def test_the_way_to_take_a_tap_back_is_as_large(thumb: Thumb) -> None:
    thumb.open()
    thumb.tap("Headache started now")
    with thumb.page.expect_navigation():
        thumb.tap("sumatriptan 50 mg")
    thumb.sees_saved()
    assert names_of_controls(thumb.page)[0] == "Undo"
    assert all(height >= LEAST_HEIGHT for height in heights(thumb.page))
    day = thumb.day(today_of(thumb.patient))
    assert day is not None
    assert [dose.named for dose in day.doses or ()] == ["sumatriptan 50 mg"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_is_dark_and_still_whatever_the_phone_prefers(
    thumb: Thumb, scheme: str, width: int
) -> None:
    thumb.page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="no-preference"
    )
    thumb.page.set_viewport_size({"width": width, "height": 740})
    thumb.open("/?calm=yes")
    assert max(thumb.page.evaluate(GROUND)) < NEARLY_BLACK
    assert thumb.page.locator("meta[name=theme-color]").count() == 1
    assert thumb.page.evaluate(MOVING) == 0
    assert thumb.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert len(names_of_controls(thumb.page)) <= MOST_CONTROLS


def test_it_is_reached_by_hand_and_left_for_the_whole_page(thumb: Thumb) -> None:
    thumb.open()
    thumb.tap("Dark screen")
    expect(thumb.page.get_by_role("heading", level=1)).to_contain_text("Headache now?")
    thumb.tap("Headache started now")
    thumb.tap("Finish later or get help")
    expect(thumb.page.get_by_role("heading", name="The last 14 days")).to_be_visible()
    thumb.tap("Dark screen")
    expect(thumb.page.get_by_role("button", name="It’s over")).to_be_visible()


def test_help_is_on_the_screen_while_there_is_room_and_else_one_tap_behind_it(
    thumb: Thumb,
) -> None:
    thumb.open("/?calm=yes")
    assert names_of_controls(thumb.page) == ["Headache started now", "Help now", "Finish later"]
    thumb.tap("Help now")
    expect(thumb.page.get_by_role("heading", name="When to get help")).to_be_visible()
    thumb.open("/?calm=yes")
    thumb.tap("Headache started now")
    thumb.tap("Finish later or get help")
    thumb.page.get_by_role("link", name="Help now").tap()
    expect(thumb.page.get_by_role("heading", name="When to get help")).to_be_visible()


def test_what_was_left_for_later_waits_on_the_first_page(thumb: Thumb) -> None:
    thumb.open()
    thumb.tap("Headache started now")
    thumb.tap("sumatriptan 50 mg")
    thumb.tap("It’s over")
    waiting = thumb.part("To finish when you like")
    expect(waiting).to_contain_text("did sumatriptan 50 mg help?")
    expect(waiting.get_by_role("link", name="what was the headache like?")).to_be_visible()


def test_it_works_without_scripts(thumb: Thumb, address: str) -> None:
    browser, signed_in = thumb.page.context.browser, thumb.page.context.storage_state()
    assert browser is not None
    context = browser.new_context(
        base_url=address, storage_state=signed_in, java_script_enabled=False, has_touch=True
    )
    scriptless = Thumb(context.new_page(), thumb.app, thumb.patient)
    scriptless.open("/?calm=yes")
    scriptless.tap("Headache started now")
    scriptless.tap("sumatriptan 50 mg")
    scriptless.sees_saved()
    scriptless.tap("It’s over")
    scriptless.sees_saved()
    context.close()


def names_of_controls(page: Page) -> list[str]:
    """What can be tapped on the screen, in order."""
    return [control.inner_text().strip() for control in controls(page)]


def heights(page: Page) -> list[float]:
    """How high what can be tapped is, in pixels."""
    boxes = [control.bounding_box() for control in controls(page)]
    return [box["height"] for box in boxes if box]


def controls(page: Page) -> list[Locator]:
    """Every control that takes room on the screen; what shows up only for a keyboard takes none."""
    return [
        control
        for control in page.locator(CONTROLS).all()
        if control.is_visible() and (box := control.bounding_box()) and box["height"] > 1
    ]
