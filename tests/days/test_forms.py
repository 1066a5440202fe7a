"""What is typed and chosen on the page of a day is what is stored, or is said to be wrong."""

import re
from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose, Spell
from diary.days.store import diary_of, write_day
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14, QUIETLY, THE_DAY, WHOLE_DAY, as_shown, record, recorded
from tests.days.test_document import FULL


def test_what_was_left_alone_is_unanswered(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    as_anna.post(THE_DAY, data={"headache": "yes"})
    assert recorded(app, anna) == DiaryDay(date=MARCH_14, headache=True, recorded_at=NOW)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"headache": "no", "pain": "", "about": ""}, "Take it back, or answer yes"),
        ({"headache": "no", "severity": "", "about": ""}, "no pain"),
        ({"headache": "no", "severity": "", "pain": ""}, "no minutes"),
        ({"headache": "", "severity": "", "pain": "", "about": ""}, "Say first whether"),
        ({"headache": "perhaps"}, "Choose one of the answers shown"),
        ({"severity": "awful"}, "Choose one of the answers shown"),
        ({"pain": "11"}, "from 0 to 10"),
        ({"pain": "NaN"}, "from 0 to 10"),
        ({"pain": "1e400"}, "from 0 to 10"),
        ({"pain": "-1"}, "from 0 to 10"),
        ({"pain": "٣٣"}, "from 0 to 10"),
        ({"pain": "9" * 5000}, "from 0 to 10"),
        ({"minutes": "60"}, "two lengths"),
        ({"about": "", "minutes": "1441"}, "had 1440 minutes"),
        ({"about": "", "minutes": "0"}, "from 1 to 1500"),
        ({"about": "45"}, "Choose one of the answers shown"),
        ({"no_medicines": "y"}, "Take one of them back"),
        ({"medicines-0-count": "21"}, "from 0.25 to 20"),
        ({"medicines-0-count": "0.3"}, "in quarters"),
        ({"medicines-0-count": "two"}, "in quarters"),
        ({"medicines-0-at": "25:00"}, "from 00:00 to 23:59"),
        ({"medicines-0-name": "aspirin x2"}, "only the name"),
        ({"medicines-0-name": "aspirin @20:48"}, "only the name"),
        ({"medicines-0-name": "a;b"}, "Leave ; and = out"),
        ({"medicines-0-name": "x" * 101}, "Shorten the name"),
        ({"medicines-²-name": "aspirin"}, "does not ask"),
        ({"aura_characteristics": ["sideways"]}, "not a valid choice"),
        ({"location": ["left_toe"]}, "not a valid choice"),
        ({"note": "x" * 10_001}, "Shorten this"),
        ({"triggers": ["x" * 101]}, "Shorten each to 100"),
        ({"triggers": [f"trigger {n}" for n in range(51)]}, "at most 50"),
        ({"dose": "aspirin = perhaps"}, "end a dose with"),
        ({"mood": "low"}, "does not ask"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    app: Flask, anna: Account, as_anna: FlaskClient, wrong: dict[str, Any], message: str
) -> None:
    answer = as_anna.post(THE_DAY, data=WHOLE_DAY | {"note": "Keep this."} | wrong)
    assert answer.status_code == 422
    assert message in answer.text
    assert "Keep this." in answer.text or "note" in wrong
    assert "red wine" in answer.text or "triggers" in wrong
    with app.app_context():
        assert len(diary_of(anna)) == 0


def test_a_headache_day_corrected_to_none_clears_the_headache_with_undo(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, FULL)
    page = as_anna.get(THE_DAY).text
    answer = as_anna.post(THE_DAY, data=as_shown(page) | {"headache": "no", "note": "New."})
    assert answer.status_code == 303
    day = recorded(app, anna)
    assert (day.headache, day.severity, day.pain, day.minutes) == (False, None, None, None)
    assert (day.doses, day.aura, day.note) == (FULL.doses, FULL.aura, "New.")

    page = as_anna.get(THE_DAY).text
    assert "No headache. Cleared: how bad, pain, times, where it hurt" in page
    undo = re.search(r'action="(/changes/[^"]+)"', page)
    assert undo
    as_anna.post(undo[1])
    assert recorded(app, anna) == FULL


def test_what_is_told_of_a_headache_beside_no_headache_is_asked_about(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, replace(FULL, severity=None))
    sent = as_shown(as_anna.get(THE_DAY).text) | {"headache": "no", "severity": "mild"}
    answer = as_anna.post(THE_DAY, data=sent)
    assert answer.status_code == 422
    assert "Take it back, or answer yes" in answer.text


def test_a_script_is_told_what_was_cleared_and_how_to_take_it_back(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, FULL)
    sent = as_shown(as_anna.get(THE_DAY).text) | {"headache": "no"}
    answer = as_anna.post(THE_DAY, data=sent, headers=QUIETLY)
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"2"')
    told = answer.get_json()
    assert told["said"].startswith("Saved. No headache. Cleared: how bad, pain")
    as_anna.post(told["undo"])
    assert recorded(app, anna) == FULL


def test_lines_of_a_note_are_kept_as_lines(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    as_anna.post(THE_DAY, data={"headache": "no", "note": " One.\r\nTwo. "})
    assert recorded(app, anna).note == "One.\nTwo."


def test_a_day_of_25_hours_holds_1500_minutes(
    as_anna: FlaskClient,
) -> None:
    long_day = {"headache": "yes", "minutes": "1500"}
    assert as_anna.post("/days/2025-10-26", data=long_day).status_code == 303
    assert "had 1380 minutes" in as_anna.post("/days/2025-03-30", data=long_day).text


def test_all_day_is_the_length_of_that_day(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    as_anna.post("/days/2025-03-30", data={"headache": "yes", "about": "all_day"})
    with app.app_context():
        assert [day.minutes for day in diary_of(anna)] == [1380]


def test_a_severity_pain_or_length_says_that_there_was_a_headache(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post(THE_DAY, data={"severity": "mild"})
    assert recorded(app, anna).headache


def test_the_button_for_the_others_answers_open_features_with_no(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    answer = as_anna.post(THE_DAY, data={"headache": "yes", "light": "yes", "others_no": "yes"})
    assert answer.location == f"{THE_DAY}#feel"
    day = recorded(app, anna)
    assert (day.light, day.sound, day.nausea, day.aura) == (True, False, False, None)


def test_each_tap_on_a_medicine_adds_a_dose(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post(THE_DAY, data={"headache": "yes", "dose": "naproxen 500 mg"})
    as_anna.post(
        THE_DAY,
        data={
            "revision": "1",
            "headache": "yes",
            "medicines-0-name": "naproxen 500 mg",
            "medicines-0-count": "1",
            "dose": "naproxen 500 mg",
        },
    )
    assert recorded(app, anna).doses == (Dose(name="naproxen", strength="500 mg", count=2),)


def test_a_tap_on_a_medicine_takes_back_that_nothing_was_taken(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post(THE_DAY, data={"headache": "yes", "no_medicines": "y", "dose": "aspirin"})
    assert recorded(app, anna).doses == (Dose(name="aspirin"),)


def test_a_dose_can_be_removed_and_nothing_taken_can_be_said(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post(THE_DAY, data=WHOLE_DAY | {"without": "0"})
    assert recorded(app, anna).doses is None
    as_anna.post(THE_DAY, data={"revision": "1", "headache": "yes", "no_medicines": "y"})
    assert recorded(app, anna).doses == ()


def test_times_stay_when_the_day_is_amended_until_they_are_forgotten(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    spell = Spell(starts=time(10), ends=time(12), minutes=120)
    with app.app_context():
        write_day(anna, DiaryDay(date=MARCH_14, headache=True, spells=(spell,)), seen_revision=0)
    assert "10:00 to 12:00" in as_anna.get(THE_DAY).text
    as_anna.post(THE_DAY, data={"revision": "1", "headache": "yes", "severity": "mild"})
    assert recorded(app, anna).spells == (spell,)
    as_anna.post(THE_DAY, data={"revision": "2", "headache": "yes", "forget_times": "yes"})
    assert recorded(app, anna).spells == ()


@pytest.mark.parametrize("typed", ["NaN", "1e400", "-1", "11", "9" * 400])
def test_a_number_that_cannot_be_is_told_once_and_kept(as_anna: FlaskClient, typed: str) -> None:
    page = as_anna.post(THE_DAY, data={"headache": "yes", "pain": typed})
    assert page.status_code == 422
    told = re.findall(r"Give a whole number from 0 to 10\.[^<]*", page.text)
    assert told
    assert all(message.count("Give") == 1 for message in told)
    assert f'value="{typed}"' in page.text
