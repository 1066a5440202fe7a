"""Charts are drawn from the pinned file, and nothing but the drawing is lost without it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from diary.web.cdn import CHART_SCRIPTS
from tests.npm_file import npm_file

TRENDS, BOTOX = "/demo/trends", "/demo/botox"
NOT_FETCHED = "The drawing could not be fetched"
HAS_INK = """canvas => canvas.getContext("2d")
    .getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0)"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def chart_js(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Chart.js as the CDN would serve it."""
    return npm_file(CHART_SCRIPTS[0], tmp_path_factory.mktemp("chart"))


@pytest.fixture
def online(page: Page, chart_js: bytes) -> Page:
    """A page for which the CDN answers; the browser checks the hash of what it gets."""

    def answer(route: Route) -> None:
        route.fulfill(
            body=chart_js,
            content_type="text/javascript",
            headers={"Access-Control-Allow-Origin": "*"},
        )

    page.context.route(CHART_SCRIPTS[0].address, answer)
    return page


@pytest.fixture
def plain_page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page on which no script runs."""
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address_of_page", [TRENDS, BOTOX])
def test_every_chart_is_drawn_once_it_comes_into_view(online: Page, address_of_page: str) -> None:
    online.goto(address_of_page)
    charts = online.locator(".chart")
    assert charts.count() >= 2
    for chart in charts.all():
        chart.scroll_into_view_if_needed()
        expect(chart).to_have_attribute("data-drawn", "")
        assert chart.locator("canvas").evaluate(HAS_INK)
    expect(online.get_by_text(NOT_FETCHED).first).to_be_hidden()


def test_a_bar_leads_to_its_month(online: Page) -> None:
    online.goto(TRENDS)
    chart = online.locator(".chart").first
    expect(chart).to_have_attribute("data-drawn", "")
    chart.locator("canvas").click()
    expect(online).to_have_url(re.compile(r"/demo/months/\d{4}-\d{2}$"))


def test_without_the_cdn_a_quiet_word_stands_in_for_the_drawing(page: Page) -> None:
    page.goto(TRENDS)
    chart = page.locator(".chart").first
    expect(chart.get_by_text(NOT_FETCHED)).to_be_visible()
    expect(chart.locator("canvas")).to_be_hidden()
    chart.get_by_text("The numbers in a table").click()
    expect(chart.get_by_role("table")).to_be_visible()


def test_without_any_script_sentence_and_table_are_there(plain_page: Page) -> None:
    plain_page.goto(TRENDS)
    chart = plain_page.locator(".chart").first
    expect(chart.get_by_text("15 or more headache days in")).to_be_visible()
    expect(chart.locator("canvas")).to_be_hidden()
    chart.get_by_text("The numbers in a table").click()
    expect(chart.get_by_role("link").first).to_be_visible()


def test_a_chart_that_is_not_drawn_is_printed_as_its_table(page: Page) -> None:
    page.goto(BOTOX)
    last = page.locator(".chart").last
    expect(last.get_by_role("table")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(last.get_by_role("table")).to_be_visible()
    expect(last.locator("canvas")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(last.get_by_role("table")).to_be_hidden()


def test_without_script_tables_are_printed(plain_page: Page) -> None:
    plain_page.goto(TRENDS)
    plain_page.emulate_media(media="print")
    expect(plain_page.locator(".chart").first.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("address_of_page", [TRENDS, BOTOX, "/demo/months", "/demo"])
def test_the_smallest_phone_scrolls_downwards_only(online: Page, address_of_page: str) -> None:
    online.set_viewport_size({"width": 320, "height": 640})
    online.goto(address_of_page)
    assert online.evaluate(TOO_WIDE) == 0


def test_days_behind_a_number_are_one_tap_away(page: Page) -> None:
    page.goto("/demo/months")
    figure = page.locator(".figure").first
    figure.locator("summary").click()
    day = figure.locator(".dates__day").first
    day.click()
    expect(page).to_have_url(re.compile(r"/demo/days/\d{4}-\d{2}-\d{2}$"))
    expect(page.get_by_text("What it counts as")).to_be_visible()
