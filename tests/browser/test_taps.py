"""The most frequent entries, counted in taps from the open page to what is stored.

A flow that needs a tap more fails here: after the last tap counted, the answer must be stored.
"""

from datetime import date, timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.clinical.day import Dose, Effect, Severity
from diary.clinical.period import Period
from diary.days.headaches.store import lately_of
from tests.browser.conftest import patient_of
from tests.browser.thumb import Thumb
from tests.diaries import a_clear_day, a_day, a_migraine_day

USUAL = Dose(name="sumatriptan", strength="50 mg", effect=Effect.HELPED)
RARE = Dose(name="naproxen", effect=Effect.HELPED)


@pytest.fixture
def anna_on_the_phone(annas_page: Page, served_app: Flask) -> Account:
    annas_page.goto("/more")
    return patient_of(served_app, annas_page)


@pytest.fixture
def today(anna_on_the_phone: Account) -> date:
    return today_of(anna_on_the_phone)


@pytest.fixture
def thumb(annas_page: Page, served_app: Flask, anna_on_the_phone: Account, today: date) -> Thumb:
    """Anna has taken sumatriptan twice and naproxen once; the last three days are unrecorded."""
    thumb = Thumb(annas_page, served_app, anna_on_the_phone)
    thumb.has_recorded(
        a_day(today - timedelta(days=22), doses=(RARE,)),
        a_day(today - timedelta(days=21), doses=(USUAL,)),
        a_migraine_day(today - timedelta(days=20), doses=(USUAL,), note="After the party.", pain=7),
        *(a_clear_day(today - timedelta(days=n)) for n in range(4, 20)),
    )
    return thumb


@pytest.mark.parametrize(("days_ago", "asked"), [(0, "How is today?"), (1, "How was yesterday?")])
def test_a_clear_day_is_one_tap(thumb: Thumb, today: date, days_ago: int, asked: str) -> None:
    on = today - timedelta(days=days_ago)
    thumb.open()
    thumb.tap("No headache", inside=asked)
    thumb.sees_saved()
    assert len(thumb.taps) == 1
    day = thumb.day(on)
    assert day is not None
    assert day.headache is False
    thumb.undoes()
    assert thumb.day(on) is None


def test_a_run_of_unrecorded_days_is_clear_in_one_tap(thumb: Thumb, today: date) -> None:
    run = [today - timedelta(days=n) for n in (1, 2, 3)]
    thumb.open()
    thumb.tap("All 3 clear")
    thumb.sees_saved()
    assert len(thumb.taps) == 1
    assert all(day and not day.headache for day in map(thumb.day, run))
    thumb.undoes()
    assert list(map(thumb.day, run)) == [None] * 3


@pytest.mark.parametrize(("days_ago", "asked"), [(0, "How is today?"), (1, "How was yesterday?")])
def test_a_typical_headache_is_three_taps(
    thumb: Thumb, today: date, days_ago: int, asked: str
) -> None:
    on = today - timedelta(days=days_ago)
    thumb.open()
    thumb.tap("Severe", inside=asked)
    thumb.sees_saved()
    after_one = thumb.day(on)
    assert after_one is not None
    assert after_one.severity is Severity.SEVERE
    thumb.tap("sumatriptan 50 mg")
    thumb.sees_saved()
    thumb.tap("Done")
    assert len(thumb.taps) == 3
    day = thumb.day(on)
    assert day is not None
    assert day.severity is Severity.SEVERE
    assert [(dose.named, dose.count, dose.effect) for dose in day.doses or ()] == [
        ("sumatriptan 50 mg", 1, None)
    ]


def test_the_medicine_taken_most_comes_first(thumb: Thumb) -> None:
    thumb.open()
    thumb.tap("Mild", inside="How is today?")
    thumb.sees_saved()
    medicines = thumb.part("Today: mild headache").get_by_role("button")
    assert medicines.all_inner_texts() == ["sumatriptan 50 mg", "naproxen"]


def test_a_headache_like_last_time_is_one_honest_tap(thumb: Thumb, today: date) -> None:
    thumb.open()
    thumb.tap("Like last time: moderate headache, sumatriptan 50 mg", inside="How is today?")
    thumb.sees_saved()
    assert len(thumb.taps) == 1
    copied = ": moderate, sumatriptan 50 mg, how it felt."
    expect(thumb.page.locator(".notices")).to_contain_text(copied)
    day = thumb.day(today)
    assert day is not None
    assert (day.severity, day.one_sided, day.nausea) == (Severity.MODERATE, True, True)
    assert [(dose.named, dose.effect) for dose in day.doses or ()] == [("sumatriptan 50 mg", None)]
    assert (day.note, day.minutes, day.pain) == (None, None, None)
    thumb.undoes()
    assert thumb.day(today) is None


def test_a_headache_starts_with_one_tap_and_is_over_with_one(thumb: Thumb, today: date) -> None:
    thumb.open()
    thumb.tap("Headache started now")
    thumb.sees_saved()
    assert len(thumb.taps) == 1
    assert is_running(thumb, today)
    thumb.open()
    thumb.tap("It’s over")
    thumb.sees_saved()
    assert len(thumb.taps) == 1
    assert not is_running(thumb, today)
    thumb.undoes()
    assert is_running(thumb, today)


@pytest.mark.parametrize(
    ("word", "effect"),
    [("Yes", Effect.HELPED), ("No", Effect.NOT_HELPED), ("Don’t know", Effect.UNKNOWN)],
)
def test_whether_a_dose_helped_is_one_tap(
    thumb: Thumb, today: date, word: str, effect: Effect
) -> None:
    thumb.has_recorded(a_day(today, doses=(Dose(name="naproxen"),)))
    thumb.open()
    thumb.tap(f"{word}: naproxen, {today:%a} {today.day} {today:%b}")
    thumb.sees_saved()
    day = thumb.day(today)
    assert day is not None
    assert [dose.effect for dose in day.doses or ()] == [effect]
    assert "did naproxen help?" not in thumb.page.get_by_role("main").inner_text()


def is_running(thumb: Thumb, today: date) -> bool:
    """Whether the diary holds a headache that goes on."""
    with thumb.app.app_context():
        return lately_of(thumb.patient, Period(today, today)).running_since is not None
