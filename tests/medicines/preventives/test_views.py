"""The pages of the preventives tried."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.clinical.treatment import Outcome, Preventive
from diary.medicines.preventives.models import RecordedPreventive
from diary.medicines.preventives.store import add_preventive, preventives_of

LIST = "/medicines/preventives"
ADDRESSES = [
    ("GET", LIST),
    ("GET", f"{LIST}/new"),
    ("POST", f"{LIST}/new"),
    ("POST", f"{LIST}/none"),
    ("POST", f"{LIST}/none/withdrawal"),
    ("GET", f"{LIST}/{{id}}"),
    ("POST", f"{LIST}/{{id}}"),
    ("POST", f"{LIST}/{{id}}/removal"),
    ("POST", f"{LIST}/{{id}}/restoration"),
]
TOPIRAMATE = Preventive(
    medicine="topiramate",
    medicine_class="epilepsy medicine",
    started=date(2024, 1, 8),
    stopped=date(2024, 4, 30),
    outcome=Outcome.NOT_TOLERATED,
    dose="50 mg",
)
SENT = {
    "medicine": "topiramate",
    "medicine_class": "",
    "dose": "100 mg a day",
    "started": "2024-01-08",
    "stopped": "2024-04-30",
    "outcome": "not_tolerated",
}


@pytest.fixture
def topiramate(app: Flask, anna: Account) -> RecordedPreventive:
    """A preventive that Anna has tried."""
    with app.app_context():
        return add_preventive(anna, TOPIRAMATE)


def recorded(app: Flask, patient: Account) -> list[Preventive] | None:
    """What is stored."""
    with app.app_context():
        return preventives_of(patient)


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_visitors_have_to_sign_in_and_clinicians_have_no_list(
    client: FlaskClient,
    as_dr_chen: FlaskClient,
    topiramate: RecordedPreventive,
    method: str,
    address: str,
) -> None:
    url = address.format(id=topiramate.id)
    assert client.open(url, method=method).status_code == (303 if method == "GET" else 401)
    assert as_dr_chen.open(url, method=method).status_code == 403


@pytest.mark.parametrize(("method", "address"), ADDRESSES[5:])
def test_a_stranger_finds_no_page_and_changes_nothing(
    app: Flask,
    as_ben: FlaskClient,
    anna: Account,
    topiramate: RecordedPreventive,
    method: str,
    address: str,
) -> None:
    answer = as_ben.open(address.format(id=topiramate.id), method=method, data={"medicine": "x"})
    assert answer.status_code == 404
    assert recorded(app, anna) == [TOPIRAMATE]


def test_an_empty_list_is_not_taken_for_none_tried(as_anna: FlaskClient) -> None:
    page = as_anna.get(LIST)
    assert page.status_code == 200
    assert "not taken for" in page.text


def test_none_tried_is_said_with_one_tap_and_taken_back_with_another(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    assert as_anna.post(f"{LIST}/none").location == LIST
    assert recorded(app, anna) == []
    assert "You have said that you have tried none." in as_anna.get(LIST).text
    as_anna.post(f"{LIST}/none/withdrawal")
    assert recorded(app, anna) is None
    assert "I have tried none" in as_anna.get(LIST).text


@pytest.mark.usefixtures("topiramate")
def test_the_list_says_what_was_tried_when_and_how_it_went(as_anna: FlaskClient) -> None:
    page = as_anna.get(LIST).text
    assert "epilepsy medicine, 50 mg" in page
    assert "8 January 2024 to 30 April 2024" in page
    assert "Side effects" in page


def test_a_preventive_is_added_with_its_known_class(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    assert as_anna.get(f"{LIST}/new").status_code == 200
    answer = as_anna.post(f"{LIST}/new", data=SENT)
    assert (answer.status_code, answer.location) == (303, LIST)
    assert recorded(app, anna) == [replace(TOPIRAMATE, dose="100 mg a day")]


def test_untouched_questions_stay_unanswered(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    as_anna.post(f"{LIST}/new", data={"medicine": "acupuncture"})
    assert recorded(app, anna) == [Preventive(medicine="acupuncture")]
    assert "How it went: not answered" in as_anna.get(LIST).text


def test_a_preventive_still_taken_has_a_start_only(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    today = today_of(anna)
    sent = {"medicine": "Aimovig", "started": today.isoformat(), "outcome": "still_taking"}
    assert as_anna.post(f"{LIST}/new", data=sent).status_code == 303
    (kept,) = recorded(app, anna) or []
    assert (kept.started, kept.stopped, kept.outcome) == (today, None, Outcome.STILL_TAKING)


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ({"medicine": " "}, "Write the name of the medicine."),
        ({"medicine": "x" * 101}, "Keep it to 100 letters."),
        ({"started": "2023-02-29"}, "Give a date that exists"),
        ({"started": "1899-12-31"}, "Give a date up to today"),
        ({"started": "2024-05-01"}, "cannot stop before it started"),
        ({"stopped": "NaN"}, "Give a date that exists"),
        ({"outcome": "still_taking"}, "You still take it"),
        ({"outcome": "cured"}, "Not a valid choice"),
        ({"medicine_class": "magic"}, "Not a valid choice"),
    ],
)
def test_what_cannot_be_stored_is_explained_and_kept_on_the_page(
    app: Flask, as_anna: FlaskClient, anna: Account, wrong: dict[str, str], advice: str
) -> None:
    answer = as_anna.post(f"{LIST}/new", data=SENT | wrong)
    assert answer.status_code == 422
    assert advice in answer.text
    assert 'value="100 mg a day"' in answer.text
    assert recorded(app, anna) is None


def test_a_day_still_to_come_is_refused(as_anna: FlaskClient, anna: Account) -> None:
    tomorrow = (today_of(anna) + timedelta(days=1)).isoformat()
    answer = as_anna.post(f"{LIST}/new", data={"medicine": "Aimovig", "started": tomorrow})
    assert answer.status_code == 422
    assert f'value="{tomorrow}"' in answer.text


def test_a_preventive_is_changed(
    app: Flask, as_anna: FlaskClient, anna: Account, topiramate: RecordedPreventive
) -> None:
    page = as_anna.get(f"{LIST}/{topiramate.id}").text
    assert 'value="2024-01-08"' in page
    sent = SENT | {"outcome": "not_effective", "medicine_class": "epilepsy medicine"}
    assert as_anna.post(f"{LIST}/{topiramate.id}", data=sent).location == LIST
    (kept,) = recorded(app, anna) or []
    assert kept.outcome is Outcome.NOT_EFFECTIVE


def test_a_class_in_other_words_survives_a_change(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    with app.app_context():
        row = add_preventive(anna, Preventive(medicine="Botox", medicine_class="toxin"))
    page = as_anna.get(f"{LIST}/{row.id}").text
    assert '<option selected value="toxin">Toxin</option>' in page
    as_anna.post(f"{LIST}/{row.id}", data={"medicine": "Botox", "medicine_class": "toxin"})
    assert recorded(app, anna) == [Preventive(medicine="Botox", medicine_class="toxin")]


def test_a_wrong_change_is_explained(as_anna: FlaskClient, topiramate: RecordedPreventive) -> None:
    answer = as_anna.post(f"{LIST}/{topiramate.id}", data=SENT | {"medicine": ""})
    assert answer.status_code == 422


def test_a_removal_offers_its_undo(
    app: Flask, as_anna: FlaskClient, anna: Account, topiramate: RecordedPreventive
) -> None:
    as_anna.post(f"{LIST}/{topiramate.id}/removal")
    assert recorded(app, anna) is None
    assert f'action="{LIST}/{topiramate.id}/restoration"' in as_anna.get(LIST).text
    as_anna.post(f"{LIST}/{topiramate.id}/restoration")
    assert recorded(app, anna) == [TOPIRAMATE]


@pytest.mark.parametrize("field", ["medicine_class", "outcome"])
def test_a_choice_of_spaces_is_refused(as_anna: FlaskClient, field: str) -> None:
    answer = as_anna.post("/medicines/preventives/new", data={"medicine": "topiramate", field: " "})
    assert answer.status_code == 422
    assert "Not a valid choice" in answer.text
