"""A patient invites by e-mail address, and the clinician with this address accepts."""

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from tests.sharing.shares import invitations_of

NEW = "/shares/invitations/new"
ADDRESSES = [("GET", NEW), ("POST", NEW), ("POST", "/shares/invitations/{id}/removal")]
ACCEPT = "/clinic/invitations/{id}/acceptance"


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def number(app: Flask, as_anna: FlaskClient, anna: Account, dr_chen: Account) -> int:
    """Anna has invited Dr Chen."""
    as_anna.post(NEW, data={"email": dr_chen.email, "term": "28", "treatments": "y"})
    with app.app_context():
        [invitation] = invitations_of(anna)
    return invitation.id


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_only_patients_invite(
    client: FlaskClient, as_dr_chen: FlaskClient, number: int, method: str, address: str
) -> None:
    url = address.format(id=number)
    assert client.open(url, method=method).status_code == (303 if method == "GET" else 401)
    assert as_dr_chen.open(url, method=method).status_code == 403


def test_only_the_clinician_invited_accepts(
    client: FlaskClient, as_ben: FlaskClient, as_dr_doyle: FlaskClient, number: int
) -> None:
    url = ACCEPT.format(id=number)
    answers = [browser.post(url).status_code for browser in (client, as_ben, as_dr_doyle)]
    assert answers == [401, 403, 404]


def test_nothing_can_be_read_before_accepting(
    as_anna: FlaskClient, as_dr_chen: FlaskClient, number: int
) -> None:
    page = as_dr_chen.get("/clinic").text
    assert "<b>Anna</b> invites you" in page
    assert "No diary is shared with you." in page
    assert "not accepted yet; until 17 June 2026" in as_anna.get("/shares").text
    assert as_dr_chen.post(ACCEPT.format(id=number)).location == "/clinic"
    page = as_dr_chen.get("/clinic").text
    assert "invites you" not in page
    assert as_dr_chen.get(trends_in(page)).status_code == 200


def trends_in(page: str) -> str:
    """The address of the only shared diary."""
    return "/clinic/diaries/" + page.split("/clinic/diaries/")[1].split('"')[0]


def test_an_invitation_says_the_same_whoever_has_the_address(
    as_anna: FlaskClient, dr_chen: Account, ben: Account
) -> None:
    told = []
    for email in (dr_chen.email, ben.email, "nobody@example.org"):
        answer = as_anna.post(NEW, data={"email": email, "term": "28"})
        page = as_anna.get("/shares").text
        told.append((answer.status_code, answer.location, f"{email} is invited." in page))
    assert told == [(303, "/shares", True)] * 3


def test_an_address_that_is_none_comes_back_as_typed(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    answer = as_anna.post(NEW, data={"email": "dr chen", "term": "28"})
    assert answer.status_code == 422
    assert 'value="dr chen"' in answer.text
    with app.app_context():
        assert invitations_of(anna) == []


def test_an_invitation_is_taken_back(
    as_anna: FlaskClient, as_ben: FlaskClient, as_dr_chen: FlaskClient, number: int
) -> None:
    url = f"/shares/invitations/{number}/removal"
    assert as_ben.post(url).status_code == 404
    assert as_anna.post(url).location == "/shares"
    assert "invites you" not in as_dr_chen.get("/clinic").text
    assert as_dr_chen.post(ACCEPT.format(id=number)).status_code == 404
