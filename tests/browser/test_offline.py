"""A phone without a network: the diary is written all the same, and sent later."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, Response, Route, expect

from diary.clinical.period import A_DAY, Period
from diary.days.headaches.store import lately_of
from diary.days.store import day_of
from tests.browser.conftest import patient_of
from tests.browser.scripts import open_page, settle

TODAY = datetime.now(UTC).date()
TWO_DAYS_AGO = TODAY - timedelta(days=2)


def ready(page: Page, path: str = "/") -> None:
    """Open a page and wait until the app is kept on the phone."""
    page.goto(path)
    settle(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def count(page: Page, words: str | re.Pattern[str]) -> None:
    """The count on the screen says this."""
    expect(page.locator(".offline-bar")).to_contain_text(words)


def is_saved(answer: Response, words: str) -> bool:
    """These words were sent and are in the diary."""
    return answer.status == 200 and words in (answer.request.post_data or "")


def test_a_clear_day_is_kept_without_a_network_and_counted(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="No headache").last.click()
    count(annas_page, "1 entry not sent. Sent when there is a network.")


def test_the_app_opens_without_a_network_and_holds_no_diary(annas_page: Page) -> None:
    ready(annas_page, f"/days/{TWO_DAYS_AGO}")
    annas_page.get_by_label("Mild").check()
    annas_page.get_by_label("Note").fill("only on the server")
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    expect(annas_page.locator(".notices")).to_contain_text("Saved.")
    annas_page.context.set_offline(True)
    annas_page.goto(f"/days/{TWO_DAYS_AGO}")
    expect(annas_page.get_by_role("heading", level=1)).to_have_text("Without a network")
    expect(annas_page.locator("#which-day")).to_have_value(str(TWO_DAYS_AGO))
    annas_page.get_by_role("button", name="Severe").click()
    count(annas_page, "1 entry not sent.")
    kept = annas_page.evaluate(
        """async () => {
          const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const requests = await Promise.all(caches_.map((cache) => cache.keys()));
          return requests.flat().map(({ url }) => new URL(url).pathname);
        }"""
    )
    assert len(kept) > 5
    assert [
        path for path in kept if not path.startswith(("/static/", "/style.css", "/offline"))
    ] == []


def test_what_was_kept_is_sent_when_the_network_is_back(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Moderate").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    expect(annas_page.get_by_role("link", name="Add or change").first).to_be_visible()
    expect(annas_page.get_by_role("status").first).to_have_text("Sent.")


def test_two_days_written_without_a_network_arrive(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    annas_page.goto("/offline")
    annas_page.get_by_role("button", name="Severe").click()
    count(annas_page, "1 entry not sent.")
    annas_page.locator("#which-day").fill(str(TWO_DAYS_AGO))
    annas_page.get_by_role("button", name="No headache").click()
    count(annas_page, "2 entries not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "Sent.")
    annas_page.goto(f"/days/{TODAY}")
    expect(annas_page.get_by_label("Severe")).to_be_checked()
    annas_page.goto(f"/days/{TWO_DAYS_AGO}")
    expect(annas_page.get_by_label("No", exact=True).first).to_be_checked()


def test_the_whole_day_without_a_network_changes_only_what_was_touched(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    annas_page.goto("/offline")
    annas_page.get_by_role("button", name="Severe").click()
    count(annas_page, "1 entry not sent.")
    annas_page.get_by_text("The whole day").click()
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    count(annas_page, "Nothing to save yet")
    annas_page.locator("#nausea-0").check(force=True)
    annas_page.get_by_role("combobox", name="Medicine").fill("aspirin")
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    count(annas_page, "nausea, took aspirin.")
    expect(annas_page.get_by_role("combobox", name="Medicine")).to_have_value("")
    annas_page.context.set_offline(False)
    count(annas_page, "Sent.")
    with served_app.app_context():
        stored = day_of(anna, TODAY)
    assert stored is not None
    assert stored.day is not None
    assert (stored.day.severity, stored.day.nausea) == ("severe", True)
    assert [dose.named for dose in stored.day.doses or ()] == ["aspirin"]


def test_the_whole_day_is_kept_as_it_is_filled_in(annas_page: Page) -> None:
    ready(annas_page, f"/days/{TWO_DAYS_AGO}")
    annas_page.context.set_offline(True)
    annas_page.get_by_label("Mild").check()
    expect(annas_page.locator("output")).to_contain_text("Kept on this phone: ")
    annas_page.get_by_label("Note").fill("in the tunnel")
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "Sent.")
    with annas_page.expect_response(lambda answer: is_saved(answer, "in the long tunnel")):
        annas_page.get_by_label("Note").fill("in the long tunnel")
    annas_page.reload()
    expect(annas_page.get_by_label("Note")).to_have_value("in the long tunnel")


def test_an_answer_lost_on_its_way_changes_nothing_twice(annas_page: Page) -> None:
    ready(annas_page)
    lost: list[int] = []

    def lose_first(route: Route) -> None:
        if lost:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    annas_page.context.route("**/days/batch", lose_first)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Mild").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    expect(annas_page.get_by_role("link", name="Add or change").first).to_be_visible()
    assert lost == [200]
    annas_page.goto(f"/days/{TODAY}/history")
    expect(annas_page.get_by_role("heading", level=2)).to_have_count(1)


@pytest.mark.parametrize("status", [200, 500, 503])
def test_a_network_that_answers_with_a_page_of_its_own_loses_nothing(
    annas_page: Page, status: int
) -> None:
    ready(annas_page)
    portal = "<!doctype html><title>Welcome</title>"
    annas_page.context.route(
        "**/days/token", lambda route: route.fulfill(status=status, body=portal)
    )
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Mild").last.click()
    annas_page.context.set_offline(False)
    count(annas_page, "1 entry not sent. The diary does not answer. Tried again later.")


def test_two_tabs_send_once(annas_page: Page) -> None:
    ready(annas_page)
    other = open_page(annas_page.context)
    ready(other)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    count(other, "1 entry not sent.")
    annas_page.context.set_offline(False)
    for tab in (annas_page, other):
        expect(tab.get_by_role("link", name="Add or change").first).to_be_visible()
    annas_page.goto(f"/days/{TODAY}/history")
    expect(annas_page.get_by_role("heading", level=2)).to_have_count(1)


def test_a_headache_starts_and_is_over_without_a_network(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Headache started now").click()
    count(annas_page, "headache started.")
    annas_page.goto("/offline")
    annas_page.get_by_role("button", name="It’s over").click()
    count(annas_page, "2 entries not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "Sent.")
    with served_app.app_context():
        lately = lately_of(anna, Period(TODAY, TODAY))
    assert lately.running_since is None
    day = lately.days[TODAY].day
    assert day is not None
    assert day.headache


def test_a_run_of_clear_days_is_kept_and_sent(annas_page: Page, served_app: Flask) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    annas_page.goto("/offline")
    annas_page.get_by_text("Several days without headache").click()
    for days_ago in (1, 2, 3):
        annas_page.locator(f"#clear-{TODAY - timedelta(days=days_ago)}").check(force=True)
    annas_page.get_by_role("button", name="Save as clear days").click()
    count(annas_page, "3 entries not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "Sent.")
    with served_app.app_context():
        days = lately_of(anna, Period(TODAY - timedelta(days=3), TODAY)).days
    assert [one.day.headache for one in days.values() if one.day] == [False] * 3


def test_a_day_removed_without_a_network_is_removed(annas_page: Page, served_app: Flask) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.get_by_role("button", name="Severe").last.click()
    annas_page.goto(f"/days/{TODAY}")
    settle(annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Remove this day").click()
    count(annas_page, "removed.")
    annas_page.context.set_offline(False)
    expect(annas_page.get_by_role("button", name="Remove this day")).to_be_hidden()
    with served_app.app_context():
        stored = day_of(anna, TODAY)
    assert stored is not None
    assert stored.day is None


def test_a_headache_with_start_and_end_is_kept_and_sent(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page, "/headaches")
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    tell_headache(annas_page, f"{TWO_DAYS_AGO}T22:00", f"{TWO_DAYS_AGO}T22:30")
    count(annas_page, "headache from 22:00 to 22:30.")
    expect(annas_page.get_by_label("It started")).to_have_value("")
    annas_page.goto("/offline")
    annas_page.get_by_text("A headache with start and end").click()
    tell_headache(annas_page, f"{TWO_DAYS_AGO}T23:00", f"{TWO_DAYS_AGO + A_DAY}T01:00")
    count(annas_page, "2 entries not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "Sent.")
    with served_app.app_context():
        days = lately_of(anna, Period(TWO_DAYS_AGO, TODAY)).days.values()
    assert [one.day.minutes for one in days if one.day] == [90, 60]


def tell_headache(page: Page, starts: str, ends: str) -> None:
    """Fill in a headache by hand and save it."""
    page.get_by_label("It started").fill(starts)
    page.get_by_label("It ended").fill(ends)
    page.get_by_role("button", name="Save", exact=True).first.click()
