"""No page has a fault that axe finds, in either theme, on a phone and on a desk."""

import pytest
from playwright.sync_api import Page

from tests.browser.places import DANAS, READERS, VISITORS, opened, shared
from tests.npm_file import package_file

AXE = ("axe-core", "4.14.1", "axe.min.js")
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
FAULTS = """async (rules) => (
  await axe.run({ resultTypes: ["violations"], preload: false, ...rules })
).violations.flatMap(
    (fault) => fault.nodes.map((node) => `${fault.id}: ${node.html} ${node.failureSummary}`))"""
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""What one theme can have and the other not."""


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core."""
    return package_file(*AXE, tmp_path_factory.mktemp("axe")).decode()


@pytest.mark.parametrize("place", VISITORS)
def test_axe_finds_no_fault_for_a_visitor(page: Page, place: str, axe: str) -> None:
    assert faults(opened(page, place), axe) == {}


@pytest.mark.parametrize("place", DANAS)
def test_axe_finds_no_fault_for_a_patient(danas_page: Page, place: str, axe: str) -> None:
    assert faults(opened(danas_page, place), axe) == {}


def test_axe_finds_no_fault_in_a_session_to_read_or_change(danas_page: Page, axe: str) -> None:
    opened(danas_page, "/botox").locator(".places__link[href*='/sessions/']").first.click()
    danas_page.get_by_role("img", name="From the front").wait_for()
    assert faults(danas_page, axe) == {}
    danas_page.get_by_role("link", name="Change").click()
    danas_page.get_by_text("Muscle by muscle, in numbers").click()
    assert faults(danas_page, axe) == {}


@pytest.mark.parametrize("place", READERS)
def test_axe_finds_no_fault_for_a_clinician(readers_page: Page, place: str, axe: str) -> None:
    assert faults(opened(readers_page, shared(readers_page, place)), axe) == {}


def faults(page: Page, axe: str) -> dict[str, list[str]]:
    """What axe finds, by how the page was looked at."""
    page.evaluate(axe)
    found = {}
    for width, size in (("phone", PHONE), ("desk", DESK)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme="light")
        found[f"{width}, light"] = page.evaluate(FAULTS, {})
        page.emulate_media(color_scheme="dark")
        found[f"{width}, dark"] = page.evaluate(FAULTS, OF_COLOURS)
    return {name: each for name, each in found.items() if each}


def test_a_fault_in_one_theme_is_found(page: Page, axe: str) -> None:
    opened(page, "/about")
    page.evaluate("document.body.style.color = '#222'")
    found = faults(page, axe)
    assert list(found) == ["phone, dark", "desk, dark"]
    assert found["phone, dark"][0].startswith("color-contrast")
