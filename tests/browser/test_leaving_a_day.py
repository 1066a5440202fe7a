"""What was tapped on the page of a day is in the diary, however soon and however the page is left.

The worker is active and in control, as on every phone that has opened the diary before.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, Route

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay
from diary.clinical.period import Period
from diary.days.store import days_of
from diary.medicines.store import add_own_medicine
from tests.browser.conftest import patient_of
from tests.browser.scripts import open_page, settle
from tests.browser.test_offline import ready
from tests.endurance.walk import step_back

ON = date(2026, 3, 14)
HEADACHE = "Was there a headache?"
IN_CONTROL = "navigator.serviceWorker.controller !== null"
Leave = Callable[[Page], object]


def days_once(
    page: Page,
    app: Flask,
    patient: Account,
    is_there: Callable[[list[DiaryDay]], bool],
    first: date = ON,
) -> list[DiaryDay]:
    """The recorded days from the first on, once all is there, or as they are after a while."""
    for _ in range(100):
        with app.app_context():
            stored = days_of(patient, Period(first, ON)).values()
        days = [one.day for one in stored if one.day]
        if is_there(days):
            break
        page.wait_for_timeout(100)
    return days


def under_the_worker(page: Page) -> None:
    """Open the diary until the worker is in control of its pages."""
    ready(page)
    page.wait_for_function(IN_CONTROL)


def by_a_link(page: Page) -> None:
    page.get_by_role("link", name="Calendar").click(no_wait_after=True)


def by_the_arrow(page: Page) -> None:
    page.get_by_role("link", name="The day before").click(no_wait_after=True)


def by_going_back(page: Page) -> None:
    page.evaluate("history.back()")


def by_closing(page: Page) -> None:
    page.close()


@pytest.mark.parametrize("leave", [by_a_link, by_the_arrow, by_going_back, by_closing])
def test_a_tap_and_a_note_outlive_their_page(
    annas_page: Page, served_app: Flask, leave: Leave
) -> None:
    under_the_worker(annas_page)
    anna, watcher = patient_of(served_app, annas_page), open_page(annas_page.context)
    annas_page.goto(f"/days/{ON}")
    settle(annas_page)
    annas_page.get_by_label("Severe").check()
    annas_page.get_by_label("Note").fill("half a sentence")
    leave(annas_page)
    [day] = days_once(watcher, served_app, anna, lambda days: any(day.note for day in days))
    assert (day.severity, day.note) == ("severe", "half a sentence")


def test_a_tap_on_a_medicine_outlives_its_page(annas_page: Page, served_app: Flask) -> None:
    under_the_worker(annas_page)
    anna = patient_of(served_app, annas_page)
    with served_app.app_context():
        add_own_medicine(anna, name="aspirin", strength="")
    annas_page.goto(f"/days/{ON}")
    settle(annas_page)
    annas_page.get_by_label("Severe").check()
    annas_page.get_by_role("button", name="aspirin", exact=True).click(no_wait_after=True)
    by_a_link(annas_page)
    [day] = days_once(annas_page, served_app, anna, lambda days: any(day.doses for day in days))
    assert [dose.named for dose in day.doses or ()] == ["aspirin"]


def test_a_walk_through_days_with_one_tap_each_loses_none(
    annas_page: Page, served_app: Flask
) -> None:
    under_the_worker(annas_page)
    anna = patient_of(served_app, annas_page)
    annas_page.goto(f"/days/{ON}")
    for _ in range(8):
        step_back(annas_page)
    first = ON - timedelta(days=7)
    days = days_once(annas_page, served_app, anna, lambda days: len(days) == 8, first)
    assert [day.headache for day in days] == [False] * 8


def test_where_the_answer_is_lost_the_next_page_goes_on_without_a_conflict(
    annas_page: Page, served_app: Flask
) -> None:
    under_the_worker(annas_page)
    anna = patient_of(served_app, annas_page)
    lost: list[Any] = []

    def lose(route: Route) -> None:
        if len(lost) >= 2:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    annas_page.context.route("**/days/batch", lose)
    annas_page.goto(f"/days/{ON}")
    for severity in ("Mild", "Severe", "Moderate"):
        annas_page.get_by_label(severity).check()
    annas_page.goto(f"/days/{ON}")
    settle(annas_page)
    annas_page.get_by_label("Severe").check()
    annas_page.get_by_text("Saved", exact=True).wait_for()
    [day] = days_once(annas_page, served_app, anna, bool)
    assert day.severity == "severe"
    annas_page.goto("/")
    assert "Choose a version" not in annas_page.content()
