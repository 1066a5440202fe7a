"""Bad luck on a phone without a network: nothing is lost, and a few words say what happens next."""

from datetime import date, timedelta

from flask import Flask
from playwright.sync_api import Page, Route, expect

from diary.accounts.clock import today_of
from diary.accounts.models import Role
from diary.clinical.day import DiaryDay
from diary.days.store import day_of, write_day
from tests.browser.conftest import SURNAMES, patient_of, sign_in
from tests.browser.scripts import settle
from tests.browser.test_offline import count, ready
from tests.cast import a_person

FULL = """
IDBObjectStore.prototype.put = () => {
  throw new DOMException("full", "QuotaExceededError");
};
"""
NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { value: undefined });"
NO_WORKER = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });"


def tap(page: Page, name: str) -> None:
    """Tap an answer for today."""
    page.get_by_role("button", name=name).last.click()


def test_a_phone_without_room_says_not_saved_and_keeps_the_page(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.add_init_script(FULL)
    ready(annas_page)
    annas_page.context.set_offline(True)
    tap(annas_page, "Mild")
    count(annas_page, "Not saved:")
    expect(annas_page.get_by_role("button", name="Mild").last).to_be_visible()


def test_without_a_database_nothing_is_promised(annas_page: Page) -> None:
    annas_page.add_init_script(NO_DATABASE)
    ready(annas_page)
    annas_page.context.set_offline(True)
    tap(annas_page, "Mild")
    count(annas_page, "Not saved:")


def test_without_a_worker_an_open_page_still_keeps_and_sends(annas_page: Page) -> None:
    annas_page.add_init_script(NO_WORKER)
    annas_page.goto("/")
    settle(annas_page)
    annas_page.context.set_offline(True)
    tap(annas_page, "Mild")
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    expect(annas_page.get_by_role("link", name="Add or change").first).to_be_visible()


def test_a_tap_that_nobody_answers_is_kept_by_the_worker(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.route("**/severity", lambda route: route.abort())
    with annas_page.expect_response("**/days/batch"):
        tap(annas_page, "Severe")
    count(annas_page, "Sent.")
    with served_app.app_context():
        stored = day_of(anna, today_of(anna))
    assert stored is not None
    assert stored.day is not None
    assert stored.day.severity == "severe"


def test_somebody_elses_entry_is_never_sent_and_says_whose_it_is(
    annas_page: Page, served_app: Flask, address: str
) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.context.set_offline(True)
    tap(annas_page, "Severe")
    count(annas_page, "1 entry not sent.")
    ben = a_person(served_app, f"Ben {next(SURNAMES)}", Role.PATIENT)
    sign_in(annas_page.context, served_app, address, ben)
    annas_page.context.set_offline(False)
    annas_page.goto("/")
    count(annas_page, f"1 entry of {anna.name} not sent. Only {anna.name} can send this.")
    ben = patient_of(served_app, annas_page)
    with served_app.app_context():
        assert [day_of(one, today_of(one)) for one in (anna, ben)] == [None, None]


def test_a_day_changed_elsewhere_leads_to_both_versions(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna = patient_of(served_app, annas_page)
    today: date = today_of(anna)
    annas_page.context.set_offline(True)
    tap(annas_page, "Severe")
    count(annas_page, "1 entry not sent.")
    with served_app.app_context():
        write_day(anna, DiaryDay(date=today, headache=False), seen_revision=0)
    annas_page.context.set_offline(False)
    annas_page.get_by_role("link", name="Choose a version").click()
    expect(annas_page.get_by_role("heading", level=1)).to_contain_text("Two versions")


def test_an_entry_the_diary_refuses_is_set_aside_until_it_can_be_taken(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    annas_page.goto("/offline")
    annas_page.get_by_text("The whole day").click()
    on = annas_page.locator("#which-day").input_value()
    annas_page.get_by_label("Note").fill("no answer to the first question")
    annas_page.get_by_role("button", name="Save", exact=True).click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "1 entry could not be taken. Look at what is kept.")
    expect(annas_page.locator(".kept__entry")).to_contain_text("whether there was a headache")
    expect(annas_page.get_by_role("button", name="Take back")).to_be_visible()
    annas_page.get_by_role("button", name="Mild").click()
    expect(annas_page.locator(".kept__entry")).to_have_count(0)
    annas_page.goto(f"/days/{on}")
    expect(annas_page.get_by_label("Note")).to_have_value("no answer to the first question")


def test_an_entry_that_the_diary_stumbles_over_holds_up_no_other(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna, today = patient_of(served_app, annas_page), today_of(patient_of(served_app, annas_page))

    def stumble(route: Route) -> None:
        kinds = [item["kind"] for item in (route.request.post_data_json or {})["items"]]
        return route.fulfill(status=500) if "answers" in kinds else route.continue_()

    annas_page.context.route("**/days/batch", stumble)
    annas_page.context.set_offline(True)
    annas_page.goto("/offline")
    annas_page.get_by_text("The whole day").click()
    annas_page.get_by_label("Mild").last.check(force=True)
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.locator("#which-day").fill(str(today - timedelta(days=1)))
    annas_page.get_by_role("button", name="No headache", exact=True).click()
    count(annas_page, "2 entries not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "1 entry not sent. The diary cannot take this now. All else was sent.")
    with served_app.app_context():
        assert [bool(day_of(anna, today - timedelta(days=ago))) for ago in (0, 1)] == [False, True]


def test_what_waits_on_a_full_phone_is_sent_all_the_same(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    tap(annas_page, "Mild")
    count(annas_page, "1 entry not sent.")
    annas_page.add_init_script(FULL)
    annas_page.goto("/offline")
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "Sent.")
    expect(annas_page.locator(".offline-bar")).not_to_contain_text("not sent.")


def test_what_is_too_much_at_once_is_sent_in_parts_and_what_is_too_long_set_aside(
    annas_page: Page, served_app: Flask
) -> None:
    ready(annas_page)
    anna, today = patient_of(served_app, annas_page), today_of(patient_of(served_app, annas_page))
    sizes: list[int] = []

    def a_narrow_way(route: Route) -> None:
        sent = (route.request.post_data_json or {})["items"]
        sizes.append(len(sent))
        narrow = len(sent) > 1 or sent[0]["kind"] == "answers"
        return route.fulfill(status=413) if narrow else route.continue_()

    annas_page.context.route("**/days/batch", a_narrow_way)
    annas_page.context.set_offline(True)
    annas_page.goto("/offline")
    annas_page.get_by_text("The whole day").click()
    annas_page.get_by_label("Note").fill("as long as a book")
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    count(annas_page, "1 entry not sent.")
    days = [today - timedelta(days=ago) for ago in (1, 2)]
    for waiting, on in enumerate(days, 2):
        annas_page.locator("#which-day").fill(str(on))
        annas_page.get_by_role("button", name="No headache", exact=True).click()
        count(annas_page, f"{waiting} entries not sent.")
    annas_page.context.set_offline(False)
    count(annas_page, "1 entry could not be taken.")
    expect(annas_page.locator(".offline-bar")).not_to_contain_text("not sent.")
    expect(annas_page.locator(".kept__entry")).to_have_count(1)
    expect(annas_page.locator(".kept__entry")).to_contain_text("too large to send")
    assert sizes == [3, 1, 1, 1]
    with served_app.app_context():
        assert all(day_of(anna, on) for on in days)
