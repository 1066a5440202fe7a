"""What one way in accepts, every other accepts and gives back equal."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings

from diary.accounts.models import Account
from diary.clinical.day import MOST_MEDICINES_A_DAY, DiaryDay, DiaryDayError, Dose, Spell
from diary.clinical.limits import (
    LONGEST_NAME,
    LONGEST_STRENGTH,
    LONGEST_TEXT,
    LONGEST_TRIGGER,
    MOST_AT_ONCE,
    MOST_SPELLS,
    MOST_TRIGGERS,
    refuse_beyond_limits,
)
from diary.days.document import same_answers, to_document
from diary.days.store import day_of, write_day
from diary.exporters.formats.diary_csv import write_diary_csv
from diary.importers.sources.diary_csv import read_diary_csv
from tests.any_day import DAYS
from tests.days.pages import MARCH_14, THE_DAY, as_shown, stored_before
from tests.days.queue.phone import an_item, send_one

FULL = DiaryDay(
    date=MARCH_14,
    headache=True,
    note="\n".join(["鬱" * 99] * (LONGEST_TEXT // 100)),
    triggers=tuple(f"{n} ".ljust(LONGEST_TRIGGER, "x") for n in range(MOST_TRIGGERS)),
    spells=tuple(
        Spell(starts=time(n // 60, n % 60), ends=time((n + 5) // 60, (n + 5) % 60), minutes=5)
        for n in range(0, 10 * MOST_SPELLS, 10)
    ),
    doses=tuple(
        Dose(
            name=f"{n} ".ljust(LONGEST_NAME, "é"),
            strength="1" * (LONGEST_STRENGTH - 3) + " mg",
            count=MOST_AT_ONCE - 0.25,
            at=time(23, 59),
        )
        for n in range(MOST_MEDICINES_A_DAY)
    ),
)
"""As much as a day can hold."""

TOO_MUCH: list[dict[str, Any]] = [
    {"note": "x" * (LONGEST_TEXT + 1)},
    {"triggers": tuple(f"trigger {n}" for n in range(MOST_TRIGGERS + 1))},
    {"triggers": ("x" * (LONGEST_TRIGGER + 1),)},
    {"doses": (Dose(name="x" * (LONGEST_NAME + 1)),)},
    {"doses": (Dose(name="aspirin", count=MOST_AT_ONCE + 1),)},
    {"doses": (Dose(name="nothing"),)},
    {"doses": (Dose(name="aspirin ×2"),)},
]
UNHURRIED = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def as_in_a_file(day: DiaryDay) -> DiaryDay | None:
    parsed = read_diary_csv(write_diary_csv([day]))
    return parsed.items[0] if parsed.items else None


def saved_again(app: Flask, anna: Account, browser: FlaskClient) -> None:
    """Save the page of the day as it came; nothing must change."""
    with app.app_context():
        before = day_of(anna, MARCH_14)
    sent = as_shown(browser.get(THE_DAY).text)
    answer = browser.post(THE_DAY, data=sent)
    assert answer.status_code == 303, answer.text
    with app.app_context():
        after = day_of(anna, MARCH_14)
    assert after is not None
    assert before is not None
    assert after.day == before.day
    assert after.revision == before.revision


@given(day=DAYS)
@UNHURRIED
def test_any_day_is_saved_on_its_page_as_it_was(
    app: Flask, anna: Account, as_anna: FlaskClient, day: DiaryDay
) -> None:
    day = replace(day, date=MARCH_14)
    with app.app_context():
        write_day(anna, day, seen_revision=None)
    saved_again(app, anna, as_anna)


@pytest.mark.parametrize("day", [FULL, replace(FULL, stated_minutes=1500)])
def test_a_full_day_goes_every_way(
    app: Flask, anna: Account, as_anna: FlaskClient, day: DiaryDay
) -> None:
    assert as_in_a_file(day) == day
    answer = send_one(as_anna, an_item(anna, day=to_document(day)))
    assert answer["status"] == "applied", answer
    with app.app_context():
        stored = day_of(anna, MARCH_14)
    assert stored is not None
    assert stored.day is not None
    assert same_answers(stored.day, day)
    saved_again(app, anna, as_anna)


@pytest.mark.parametrize("more", TOO_MUCH)
def test_more_than_a_day_holds_goes_no_way_but_what_was_stored_is_saved_again(
    app: Flask, anna: Account, as_anna: FlaskClient, more: dict[str, Any]
) -> None:
    small = DiaryDay(date=MARCH_14, headache=True)
    day = replace(small, **more)
    with pytest.raises(DiaryDayError):
        refuse_beyond_limits(day)
    assert as_in_a_file(day) is None
    assert send_one(as_anna, an_item(anna, day=to_document(day)))["status"] == "refused"
    with app.app_context(), pytest.raises(DiaryDayError):
        write_day(anna, day, seen_revision=None)
    stored_before(app, anna, day)
    saved_again(app, anna, as_anna)
    sent = as_shown(as_anna.get(THE_DAY).text) | {"severity": ["mild"]}
    assert as_anna.post(THE_DAY, data=sent).status_code == 303


def test_one_answer_changes_no_other(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    day = DiaryDay(
        date=MARCH_14,
        headache=True,
        triggers=("zebra crossing", "Red wine, old cheese", "stress"),
        note="a\n\n  b ",
        stated_minutes=1500,
        doses=(Dose(name="Zomig", count=0.5, at=time(8)), Dose(name="aspirin")),
    )
    with app.app_context():
        write_day(anna, day, seen_revision=None)
    sent = as_shown(as_anna.get(THE_DAY).text) | {"pain": ["7"]}
    assert as_anna.post(THE_DAY, data=sent).status_code == 303
    with app.app_context():
        stored = day_of(anna, MARCH_14)
    assert stored is not None
    assert stored.day == replace(day, pain=7)
