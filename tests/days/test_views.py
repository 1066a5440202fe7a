"""The pages by which a patient writes the diary."""

import re
from datetime import date, time
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose, Effect, Impact, Severity, Spell
from diary.clinical.period import Period
from diary.days.store import day_of, diary_of, write_day
from tests.days.conftest import NOW
from tests.days.test_document import FULL

MARCH_14 = date(2026, 3, 14)
THE_DAY = "/days/2026-03-14"
MILD = DiaryDay(date=MARCH_14, headache=True, severity=Severity.MILD)
WHOLE_DAY: dict[str, Any] = {
    "revision": "0",
    "headache": "yes",
    "severity": "moderate",
    "pain": "6",
    "about": "180",
    "minutes": "",
    "medicines-0-name": "sumatriptan 50 mg",
    "medicines-0-count": "2",
    "medicines-0-helped": "helped",
    "medicines-1-name": "",
    "medicines-1-count": "",
    "one_sided": "yes",
    "nausea": "no",
    "aura": "yes",
    "aura_characteristics": ["spreads", "one_side"],
    "believed_migraine": "yes",
    "impact": "most",
    "menstruation": "no",
    "triggers": ["stress", " red wine; late night "],
    "note": "In bed by six.",
}


def test_a_whole_day_is_stored_as_it_was_filled_in(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    answer = as_anna.post(THE_DAY, data=WHOLE_DAY)
    assert (answer.status_code, answer.location) == (303, THE_DAY)

    day = recorded(app, anna)
    assert (day.headache, day.severity, day.pain, day.minutes) == (True, "moderate", 6, 180)
    assert day.doses == (Dose(name="sumatriptan", strength="50 mg", count=2, effect=Effect.HELPED),)
    assert (day.one_sided, day.nausea, day.pulsating) == (True, False, None)
    assert (day.aura, sorted(day.aura_characteristics)) == (True, ["one_side", "spreads"])
    assert (day.impact, day.menstruation) == (Impact.MOST, False)
    assert day.triggers == ("stress", "red wine", "late night")
    assert (day.note, day.recorded_at) == ("In bed by six.", NOW)


def test_what_was_left_alone_is_unanswered(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    as_anna.post(THE_DAY, data={"headache": "yes"})
    assert recorded(app, anna) == DiaryDay(date=MARCH_14, headache=True, recorded_at=NOW)


def test_the_page_shows_the_stored_day_and_sent_back_changes_nothing(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post(THE_DAY, data=WHOLE_DAY)
    page = as_anna.get(THE_DAY)
    assert page.status_code == 200
    assert 'value="sumatriptan 50 mg"' in page.text
    assert "In bed by six." in page.text

    again = as_anna.post(THE_DAY, data=WHOLE_DAY | {"revision": "1"})
    assert again.status_code == 303
    with app.app_context():
        stored = day_of(anna, MARCH_14)
    assert stored is not None
    assert stored.revision == 1


def test_an_unrecorded_day_shows_no_answer(as_anna: FlaskClient) -> None:
    page = as_anna.get(THE_DAY)
    assert page.status_code == 200
    chosen = [tag for tag in re.findall("<input[^>]*>", page.text) if "checked" in tag]
    assert chosen
    assert all('value=""' in tag for tag in chosen)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"headache": "no", "pain": "", "about": ""}, "no severity"),
        ({"headache": "no", "severity": "", "about": ""}, "no pain"),
        ({"headache": "no", "severity": "", "pain": ""}, "no minutes"),
        ({"headache": "", "severity": "", "pain": "", "about": ""}, "Say first whether"),
        ({"headache": "perhaps"}, "Choose one of the answers shown"),
        ({"severity": "awful"}, "Choose one of the answers shown"),
        ({"pain": "11"}, "from 0 to 10"),
        ({"pain": "NaN"}, "from 0 to 10"),
        ({"pain": "1e400"}, "from 0 to 10"),
        ({"pain": "-1"}, "from 0 to 10"),
        ({"pain": "٣"}, "from 0 to 10"),
        ({"pain": "9" * 5000}, "from 0 to 10"),
        ({"minutes": "60"}, "two lengths"),
        ({"about": "", "minutes": "1441"}, "had 1440 minutes"),
        ({"about": "", "minutes": "0"}, "from 1 to 1500"),
        ({"about": "45"}, "Choose one of the answers shown"),
        ({"no_medicines": "y"}, "Take one of them back"),
        ({"medicines-0-count": "100"}, "from 0 to 99"),
        ({"medicines-0-name": "a;b"}, "Leave ; and = out"),
        ({"medicines-0-name": "x" * 121}, "Shorten this"),
        ({"medicines-²-name": "aspirin"}, "does not ask"),
        ({"aura_characteristics": ["sideways"]}, "not a valid choice"),
        ({"note": "x" * 5001}, "Shorten this"),
        ({"triggers": ["x" * 61]}, "at most 60 letters"),
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


def test_a_script_that_saves_gets_the_new_revision_only(as_anna: FlaskClient) -> None:
    answer = as_anna.post(THE_DAY, data={"headache": "yes"}, headers={"Prefer": "return=minimal"})
    assert (answer.status_code, answer.headers["ETag"], answer.text) == (204, '"1"', "")
    assert "Saved." not in as_anna.get(THE_DAY).text


def test_a_day_changed_in_another_tab_shows_both_versions_and_lets_choose(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post(THE_DAY, data={"revision": "0", "headache": "yes", "severity": "severe"})
    mine = {"revision": "0", "headache": "yes", "severity": "mild", "note": "My own words."}
    both = as_anna.post(THE_DAY, data=mine)
    assert both.status_code == 409
    assert "My own words." in both.text
    assert "severe" in both.text
    assert recorded(app, anna).severity == "severe"

    assert 'name="revision" value="1"' in both.text
    as_anna.post(THE_DAY, data=mine | {"revision": "1"})
    assert (recorded(app, anna).severity, recorded(app, anna).note) == ("mild", "My own words.")


@pytest.mark.parametrize("address", ["/days/2026-02-30", "/days/2026-13-01", "/days/2025-02-29"])
def test_a_date_that_does_not_exist_is_told_so(as_anna: FlaskClient, address: str) -> None:
    for answer in (as_anna.get(address), as_anna.post(address, data={"headache": "yes"})):
        assert answer.status_code == 404
        assert "no such date" in answer.text


def test_tomorrow_can_be_written_and_the_day_after_cannot(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    assert as_anna.post("/days/2026-03-15", data={"headache": "no"}).status_code == 303
    refused = as_anna.post("/days/2026-03-16", data={"headache": "no"})
    assert refused.status_code == 422
    assert "still to come" in refused.text
    assert as_anna.post("/days/2026-03-16/severity", data={"severity": "mild"}).status_code == 422
    with app.app_context():
        assert len(diary_of(anna)) == 1


def test_tomorrow_is_the_patients_own(
    as_anna: FlaskClient, as_ben: FlaskClient, clock: time_machine.Traveller
) -> None:
    clock.move_to(NOW.replace(day=15, hour=1))  # In New York it is still the 14th.
    assert as_anna.post("/days/2026-03-16", data={"headache": "no"}).status_code == 303
    assert as_ben.post("/days/2026-03-16", data={"headache": "no"}).status_code == 422


@pytest.mark.parametrize(
    ("chosen", "headache", "severity"),
    [("none", False, None), ("mild", True, "mild"), ("severe", True, "severe")],
)
def test_one_tap_saves_the_day_shown(
    app: Flask,
    anna: Account,
    as_anna: FlaskClient,
    clock: time_machine.Traveller,
    chosen: str,
    headache: bool,
    severity: str | None,
) -> None:
    clock.move_to(NOW.replace(day=15))
    answer = as_anna.post(f"{THE_DAY}/severity", data={"severity": chosen, "revision": "0"})
    assert (answer.status_code, answer.location) == (303, "/")
    day = recorded(app, anna)
    assert (day.date, day.headache, day.severity) == (MARCH_14, headache, severity)


def test_a_tap_can_be_undone_from_the_page_it_leads_to(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post(f"{THE_DAY}/severity", data={"severity": "mild", "revision": "0"})
    with app.app_context():
        stored = day_of(anna, MARCH_14)
    assert stored is not None
    undo = f"/changes/{stored.change}/reversal"
    assert f'action="{undo}"' in as_anna.get("/").text
    assert as_anna.post(undo).location == "/"
    with app.app_context():
        assert len(diary_of(anna)) == 0


def test_a_tap_without_an_answer_is_refused(as_anna: FlaskClient) -> None:
    for data in ({}, {"severity": ""}, {"severity": "awful"}, {"severity": "mild", "x": "y"}):
        assert as_anna.post(f"{THE_DAY}/severity", data=data).status_code == 422


def test_a_tap_on_a_medicine_needs_a_recorded_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    tap = {"revision": "0", "dose": "aspirin"}
    assert as_anna.post(f"{THE_DAY}/doses", data=tap).status_code == 422
    record(app, anna, MILD)
    assert as_anna.post(f"{THE_DAY}/doses", data=tap | {"revision": "1"}).status_code == 303
    assert recorded(app, anna).doses == (Dose(name="aspirin"),)


def test_a_dose_is_rated_with_one_tap(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    record(app, anna, DiaryDay(date=MARCH_14, headache=True, doses=(Dose(name="aspirin"),)))
    rating = {"revision": "1", "effect": "helped"}
    assert as_anna.post(f"{THE_DAY}/doses/1/effect", data=rating).status_code == 422
    assert as_anna.post(f"{THE_DAY}/doses/0/effect", data=rating).status_code == 303
    assert recorded(app, anna).doses == (Dose(name="aspirin", effect=Effect.HELPED),)


def test_a_stale_tap_shows_both_versions(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    record(app, anna, FULL)
    both = as_anna.post(f"{THE_DAY}/severity", data={"severity": "mild", "revision": "0"})
    assert both.status_code == 409
    assert f'action="{THE_DAY}/severity"' in both.text
    assert recorded(app, anna) == FULL


def test_a_removed_day_counts_as_unrecorded_until_it_is_brought_back(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, FULL)
    removed = as_anna.post(f"{THE_DAY}/removal", data={"revision": "1"})
    assert removed.location == THE_DAY
    with app.app_context():
        assert len(diary_of(anna)) == 0
        stored = day_of(anna, MARCH_14)
    assert stored is not None
    assert as_anna.post(f"/changes/{stored.change}/reversal?day=2026-03-14").location == THE_DAY
    assert recorded(app, anna) == FULL


def test_a_run_of_days_is_clear_with_one_tap_where_nothing_is_recorded(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, MILD)
    run = {"day": ["2026-03-12", "2026-03-13", "2026-03-14"]}
    assert as_anna.post("/clear-days", data=run).location == "/"
    assert "2 clear days" in as_anna.get("/").text
    with app.app_context():
        days = diary_of(anna, Period(date(2026, 3, 1), MARCH_14))
    assert [day.headache for day in days] == [False, False, True]


@pytest.mark.parametrize(
    "days",
    [
        [],
        ["2026-03-15"],
        ["2026-02-30"],
        ["x"],
        [f"2025-{m:02}-{d:02}" for m in range(1, 7) for d in range(1, 20)],
    ],
)
def test_clear_days_must_be_past_and_not_too_many(
    app: Flask, anna: Account, as_anna: FlaskClient, days: list[str]
) -> None:
    assert as_anna.post("/clear-days", data={"day": days}).status_code == 422
    with app.app_context():
        assert len(diary_of(anna)) == 0


def test_the_history_shows_every_version(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    record(app, anna, MILD)
    as_anna.post(THE_DAY, data={"revision": "1", "headache": "no", "note": "A mistake."})
    page = as_anna.get(f"{THE_DAY}/history")
    assert page.status_code == 200
    assert page.text.index("A mistake.") < page.text.index("mild")


PAGES = ["/days/2026-03-14", "/days/2026-03-14/history"]
POSTS = [
    "/days/2026-03-14",
    "/days/2026-03-14/severity",
    "/days/2026-03-14/doses",
    "/days/2026-03-14/doses/0/effect",
    "/days/2026-03-14/removal",
    "/clear-days",
    "/changes/abc/reversal",
]


def test_every_page_needs_sign_in(client: FlaskClient) -> None:
    assert all(leads_to_sign_in(client.get(page)) for page in PAGES)
    assert {client.post(address).status_code for address in POSTS} == {401}


def test_a_clinician_has_no_diary_to_write(as_dr_chen: FlaskClient) -> None:
    answers = [*map(as_dr_chen.get, PAGES), *map(as_dr_chen.post, POSTS)]
    assert {answer.status_code for answer in answers} == {403}


def test_ben_sees_and_changes_nothing_of_annas_day(
    app: Flask, anna: Account, as_ben: FlaskClient
) -> None:
    record(app, anna, FULL)
    with app.app_context():
        stored = day_of(anna, MARCH_14)
    assert stored is not None
    for page in PAGES:
        assert "Went to bed." not in as_ben.get(page).text
    as_ben.post(THE_DAY, data={"headache": "no", "revision": "1"})
    as_ben.post(f"{THE_DAY}/removal", data={"revision": "1"})
    as_ben.post(f"/changes/{stored.change}/reversal")
    assert recorded(app, anna) == FULL


def leads_to_sign_in(answer: TestResponse) -> bool:
    return answer.status_code in (302, 303) and answer.location.startswith("/sign-in")


def record(app: Flask, patient: Account, day: DiaryDay) -> None:
    with app.app_context():
        write_day(patient, day, seen_revision=0)


def recorded(app: Flask, patient: Account) -> DiaryDay:
    with app.app_context():
        day = diary_of(patient).day(MARCH_14)
    assert day is not None
    return day
