"""The pages by which a patient writes the diary."""

import re
from dataclasses import replace

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from diary.accounts.models import Account
from diary.clinical.day import Dose, Effect, Impact
from diary.days import views
from diary.days.store import day_of, diary_of, write_day
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14, MILD, QUIETLY, THE_DAY, WHOLE_DAY, record, recorded
from tests.days.test_document import FULL


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
    assert sorted(day.location) == ["left_temple", "right_neck"]
    assert (day.impact, day.menstruation) == (Impact.MOST, False)
    assert day.triggers == ("stress", "red wine", "late night")
    assert (day.note, day.recorded_at) == ("In bed by six.", NOW)


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


def test_a_script_that_saves_gets_the_new_revision_only(as_anna: FlaskClient) -> None:
    answer = as_anna.post(THE_DAY, data={"headache": "yes"}, headers=QUIETLY)
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
    not_there = as_anna.get("/days/2026-03-16")
    assert not_there.status_code == 404
    assert "still to come" in refused.text
    assert "still to come" in not_there.text
    assert as_anna.post("/days/2026-03-16/severity", data={"severity": "mild"}).status_code == 422
    with app.app_context():
        assert len(diary_of(anna)) == 1


def test_tomorrow_is_the_patients_own(
    as_anna: FlaskClient, as_ben: FlaskClient, clock: time_machine.Traveller
) -> None:
    clock.move_to(NOW.replace(day=15, hour=1))  # In New York it is still the 14th.
    assert as_anna.post("/days/2026-03-16", data={"headache": "no"}).status_code == 303
    assert as_ben.post("/days/2026-03-16", data={"headache": "no"}).status_code == 422


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


def test_an_undo_says_which_days_were_changed_since_and_stay(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post("/clear-days", data={"day": ["2026-03-13", "2026-03-14"]})
    undo = re.search(r'action="(/changes/[^"]+)"', as_anna.get("/").text)
    assert undo
    as_anna.post(THE_DAY, data={"revision": "1", "headache": "yes"})
    as_anna.post(undo[1])
    assert "Undone, but not what was changed since: Sat 14 Mar." in as_anna.get("/").text
    with app.app_context():
        assert [day.date for day in diary_of(anna)] == [MARCH_14]


def test_an_undo_that_comes_too_late_says_so(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, MILD)
    with app.app_context():
        first = day_of(anna, MARCH_14)
    as_anna.post(THE_DAY, data={"revision": "1", "headache": "no"})
    assert first is not None
    as_anna.post(f"/changes/{first.change}/reversal")
    page = as_anna.get("/").text
    assert "Nothing was undone" in page
    assert not recorded(app, anna).headache


def test_a_day_with_the_most_medicines_is_shown_and_sent_back(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    doses = tuple(
        Dose(name=f"medicine {letter}{number}", count=1)
        for letter in "abcde"
        for number in range(20)
    )
    record(app, anna, replace(MILD, doses=doses))
    page = as_anna.get(THE_DAY)
    assert page.status_code == 200
    rows = {f"medicines-{n}-name": dose.name for n, dose in enumerate(doses)}
    sent = as_anna.post(THE_DAY, data={"revision": "1", "headache": "yes", **rows})
    assert sent.status_code == 303
    assert recorded(app, anna).doses == doses


def test_the_history_shows_every_version(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    record(app, anna, MILD)
    as_anna.post(THE_DAY, data={"revision": "1", "headache": "no", "note": "A mistake."})
    page = as_anna.get(f"{THE_DAY}/history")
    assert page.status_code == 200
    assert page.text.index("A mistake.") < page.text.index("mild")


def test_a_long_history_shows_its_newest_versions(
    app: Flask, anna: Account, as_anna: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST_SHOWN", 2)
    with app.app_context():
        for pain in range(5):
            write_day(anna, replace(MILD, pain=pain), seen_revision=None)
    page = as_anna.get(f"{THE_DAY}/history").text
    assert [f"{pain} of 10" in page for pain in range(5)] == [False, False, True, True, True]
    assert "Older versions are not shown" in page


PAGES = ["/days/2026-03-14", "/days/2026-03-14/history"]
POSTS = [
    "/days/2026-03-14",
    "/days/2026-03-14/severity",
    "/days/2026-03-14/like-last-time",
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
