"""A page that stays open while the day ends, and a phone that travels."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from flask import Flask
from playwright.sync_api import Page, Route, expect

from diary.accounts.clock import today_of
from diary.clinical.day import Dose
from tests.browser.conftest import patient_of
from tests.browser.scripts import be_faster_than_scripts, open_page, settle
from tests.browser.thumb import Thumb
from tests.diaries import a_clear_day, a_day

LONDON = ZoneInfo("Europe/London")
NAPROXEN = Dose(name="naproxen")
QUESTION = "Your phone says"
COUNT_FROM_LOAD = """{
    let asked;
    document.addEventListener("readystatechange", () => (asked ??= Date.now()));
    performance.now = () => Date.now() - asked;
}"""


@pytest.fixture
def evening() -> datetime:
    """A minute before the next midnight in London."""
    return datetime.combine(datetime.now(LONDON).date(), time(23, 59), LONDON)


@pytest.fixture
def clock(evening: datetime) -> Iterator[time_machine.Traveller]:
    """The server's clock, which stands at that minute; a test moves it on with the phone's."""
    with time_machine.travel(evening, tick=True) as traveller:
        yield traveller


@pytest.fixture
def thumb(annas_page: Page, served_app: Flask) -> Thumb:
    """Anna's diary begins the day before yesterday."""
    annas_page.goto("/more")
    thumb = Thumb(annas_page, served_app, patient_of(served_app, annas_page))
    thumb.has_recorded(a_clear_day(today_of(thumb.patient) - timedelta(days=2)))
    return thumb


def test_a_page_left_open_over_midnight_asks_about_the_day_that_ended_first(
    thumb: Thumb, evening: datetime, clock: time_machine.Traveller
) -> None:
    tomorrow = evening.date() + timedelta(days=1)
    set_clock(thumb.page, evening)
    thumb.open()
    settle(thumb.page)
    expect(thumb.page.get_by_role("heading", level=2).first).to_contain_text("How is today?")
    clock.shift(timedelta(minutes=2))
    thumb.page.clock.run_for(120_000)
    expect(thumb.page.get_by_role("heading", level=1)).to_contain_text(f"{tomorrow:%A}")
    expect(thumb.page.get_by_role("heading", level=2).first).to_contain_text("How was yesterday?")
    thumb.tap("No headache", inside="How was yesterday?")
    thumb.sees_saved()
    assert thumb.day(evening.date()) is not None
    assert thumb.day(tomorrow) is None


def test_a_page_whose_script_comes_after_midnight_is_loaded_again(
    thumb: Thumb, evening: datetime, clock: time_machine.Traveller
) -> None:
    held: list[Route] = []
    be_faster_than_scripts(thumb.page)
    set_clock(thumb.page, evening)
    thumb.page.route("**/today/clock.js", lambda route: held.append(route), times=1)
    with thumb.page.expect_request("**/today/clock.js"):
        thumb.page.goto("/", wait_until="commit")
    expect(thumb.page.get_by_role("heading", level=2).first).to_contain_text("How is today?")
    clock.shift(timedelta(minutes=2))
    thumb.page.clock.run_for(120_000)
    held[0].continue_()
    expect(thumb.page.get_by_role("heading", level=2).first).to_contain_text("How was yesterday?")


def test_a_page_that_is_not_over_its_day_stays_as_it_is(
    thumb: Thumb, evening: datetime, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(hours=-2))
    set_clock(thumb.page, evening - timedelta(hours=2))
    thumb.open()
    settle(thumb.page)
    thumb.page.evaluate("document.body.dataset.stayed = 'yes'")
    thumb.page.clock.run_for(60 * 60_000)
    assert thumb.page.evaluate("document.body.dataset.stayed") == "yes"


def test_a_phone_whose_clock_is_wrong_by_400_days_loads_nothing_again(thumb: Thumb) -> None:
    wrong = datetime.now(UTC).replace(hour=12) - timedelta(days=400)
    set_clock(thumb.page, wrong)
    thumb.open()
    settle(thumb.page)
    thumb.page.evaluate("document.body.dataset.stayed = 'yes'")
    thumb.page.clock.run_for(5 * 60_000)
    assert thumb.page.evaluate("document.body.dataset.stayed") == "yes"


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_a_phone_in_another_time_zone_is_asked_about_once(thumb: Thumb, zone: str) -> None:
    away = abroad(thumb, zone)
    question = away.page.get_by_text(f"{QUESTION} {zone}; the diary uses Europe/London. Change it?")
    away.open()
    expect(question).to_be_visible()
    away.tap("Keep it")
    expect(question).to_be_hidden()
    away.open()
    expect(away.page.get_by_role("heading", level=1)).to_be_visible()
    expect(question).to_be_hidden()
    away.page.context.close()


def test_the_time_zone_of_the_phone_is_taken_with_one_tap(thumb: Thumb) -> None:
    away = abroad(thumb, "Asia/Tokyo")
    away.open()
    away.tap("Change")
    away.sees_saved()
    assert len(away.taps) == 1
    today = datetime.now(ZoneInfo("Asia/Tokyo"))
    expect(away.page.get_by_role("heading", level=1)).to_contain_text(f"{today:%A} {today.day} ")
    expect(away.page.get_by_text(QUESTION)).to_be_hidden()
    away.tap("Undo")
    expect(away.page.locator(".notices")).to_contain_text("The diary now uses Europe/London.")
    away.page.context.close()


def test_a_zone_with_the_same_clock_is_not_asked_about(thumb: Thumb) -> None:
    away = abroad(thumb, "Europe/Guernsey")
    away.open()
    expect(away.page.get_by_role("heading", level=1)).to_be_visible()
    expect(away.page.get_by_text(QUESTION)).to_be_hidden()
    away.page.context.close()


def test_done_is_in_sight_after_two_taps_far_from_home(thumb: Thumb) -> None:
    thumb.has_recorded(a_day(today_of(thumb.patient) - timedelta(days=3), doses=(NAPROXEN,)))
    away = abroad(thumb, "Asia/Tokyo")
    away.page.set_viewport_size({"width": 360, "height": 740})
    away.open()
    away.tap("Severe", inside="How is today?")
    away.tap("naproxen")
    away.sees_saved()
    done = away.page.get_by_role("link", name="Done").bounding_box()
    bar = away.page.get_by_role("navigation", name="Diary").bounding_box()
    assert done is not None
    assert bar is not None
    assert done["y"] + done["height"] <= bar["y"]
    away.tap("Done")
    expect(away.page.get_by_text(QUESTION)).to_be_visible()
    away.page.context.close()


def set_clock(page: Page, at: datetime) -> None:
    """Set the phone's clock. Playwright counts from here over every load; a page from its own."""
    page.clock.install(time=at.astimezone(UTC))
    page.add_init_script(COUNT_FROM_LOAD)


def abroad(thumb: Thumb, zone: str) -> Thumb:
    """The same person with a phone that has arrived in a time zone."""
    browser, signed_in = thumb.page.context.browser, thumb.page.context.storage_state()
    assert browser is not None
    context = browser.new_context(
        base_url=thumb.page.url.removesuffix("/more"),
        storage_state=signed_in,
        timezone_id=zone,
        has_touch=True,
    )
    return Thumb(open_page(context), thumb.app, thumb.patient)
