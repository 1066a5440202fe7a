"""Where the phone forces its own few colours, everything is told apart by shape and line."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.places import TODAY

STYLE = "(element, name) => getComputedStyle(element)[name]"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
INKS = """async ([address, names]) => {
  const { ink } = await import(address);
  return names.map((name) => ink(name));
}"""


@pytest.fixture
def forced_page(danas_page: Page) -> Page:
    """Dana's phone forces its colours."""
    danas_page.emulate_media(forced_colors="active")
    return danas_page


def test_each_severity_has_its_own_shape_in_a_colour_that_shows(forced_page: Page) -> None:
    forced_page.goto(f"/months/{TODAY:%Y-%m}")
    ground = forced_page.evaluate(GROUND)
    marks = forced_page.locator(".severity-key .severity-mark").all()
    assert len({mark.inner_html() for mark in marks}) == len(marks) >= 5
    assert ground not in {style(mark, "stroke") for mark in marks}


def test_a_chosen_answer_and_the_focus_are_outlined(forced_page: Page) -> None:
    forced_page.goto(f"/days/{TODAY}")
    chosen, other = (forced_page.get_by_label(name, exact=True) for name in ("Mild", "Severe"))
    chosen.check()
    forced_page.get_by_label("Pain at its worst, 0 to 10").focus()
    label = "xpath=following-sibling::label"
    assert style(chosen.locator(label), "outlineStyle") == "solid"
    assert style(other.locator(label), "outlineStyle") == "none"
    before = style(chosen, "outlineStyle")
    forced_page.keyboard.press("Shift+Tab")
    expect(chosen).to_be_focused()
    assert (before, style(chosen, "outlineStyle")) == ("none", "solid")


def test_what_could_still_be_is_hatched_and_not_what_is_certain(forced_page: Page) -> None:
    forced_page.goto("/")
    hatch, ground, certain = (
        forced_page.locator(name).first
        for name in (".hatch__line", ".count-bar__ground", ".count-bar__certain")
    )
    assert style(ground, "fill") == forced_page.evaluate(GROUND)
    assert style(ground, "stroke") != style(ground, "fill")
    assert style(ground, "fill") not in {style(hatch, "stroke"), style(certain, "fill")}


def test_the_place_where_one_is_stands_out(forced_page: Page) -> None:
    forced_page.goto("/")
    places = forced_page.locator(".bottom-bar__place").all()
    assert [style(place, "outlineStyle") for place in places] == ["solid", *["none"] * 4]


def test_a_drawing_keeps_its_shades(forced_page: Page) -> None:
    forced_page.goto("/trends")
    start = forced_page.locator("script[src*='/js/start.js']").get_attribute("src") or ""
    address = start.replace("start.js", "components/ink.js")
    inks = forced_page.evaluate(INKS, [address, ["severe", "moderate", "mild", "ground"]])
    assert len(set(inks)) == 4
    assert style(forced_page.locator(".chart__canvas").first, "backgroundColor") == inks[3]


def style(element: Locator, name: str) -> str:
    """What the browser makes of one property."""
    return str(element.evaluate(STYLE, name))
