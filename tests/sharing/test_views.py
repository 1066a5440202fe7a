"""The patient decides who may read."""

from datetime import date, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.database import writing
from diary.sharing.codes.store import make_code
from diary.sharing.grant import Grant
from diary.sharing.invitations.store import invitations_for, invite
from diary.sharing.models import Share
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.store import note_viewing, shares_of
from tests.sharing.shares import a_share

TODAY = date(2026, 5, 20)
ADDRESSES = [
    ("GET", "/shares"),
    ("GET", "/shares/new"),
    ("POST", "/shares/new"),
    ("GET", "/shares/{id}"),
    ("POST", "/shares/{id}"),
    ("POST", "/shares/{id}/withdrawal"),
    ("POST", "/shares/withdrawal"),
]


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def code(app: Flask, dr_chen: Account) -> str:
    """Dr Chen's code, as it stands on the poster."""
    with app.app_context():
        return make_code(dr_chen, "Lakeside").in_words


@pytest.fixture
def share(app: Flask, anna: Account, dr_chen: Account) -> Share:
    """Anna lets Dr Chen read everything for two weeks."""
    return a_share(app, anna, dr_chen)


def grants_of(app: Flask, patient: Account) -> list[Grant]:
    """What the patient allows now."""
    with app.app_context():
        return [one.share.grant for one in shares_of(patient) if not one.share.withdrawn_at]


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_only_patients_share(
    client: FlaskClient, as_dr_chen: FlaskClient, share: Share, method: str, address: str
) -> None:
    url = address.format(id=share.id)
    assert client.open(url, method=method).status_code == (303 if method == "GET" else 401)
    assert as_dr_chen.open(url, method=method).status_code == 403


@pytest.mark.parametrize(("method", "address"), ADDRESSES[3:6])
def test_a_stranger_finds_no_share_and_changes_nothing(
    app: Flask, as_ben: FlaskClient, anna: Account, share: Share, method: str, address: str
) -> None:
    sent = {"term": "28"}
    assert as_ben.open(address.format(id=share.id), method=method, data=sent).status_code == 404
    assert grants_of(app, anna) == [share.grant]


def test_without_a_share_nobody_can_look(as_anna: FlaskClient) -> None:
    page = as_anna.get("/shares").text
    assert "Nobody but you can look." in page
    assert "Nobody has looked yet." in page
    assert "Stop all sharing" not in page


def test_the_page_says_who_can_look_until_when_and_who_looked(
    app: Flask, as_anna: FlaskClient, share: Share
) -> None:
    with app.app_context(), writing() as session:
        for number in range(21):
            note_viewing(session, share, "Dr Chen", f"Page {number}")
    page = as_anna.get("/shares").text
    assert "until 3 June 2026; all days, treatments, notes" in page
    assert "Dr Chen looked for the first time on 20 May 2026." in page
    assert "20 May 2026, 13:00" in page
    assert "Page 20" in page
    assert "Page 0<" not in page
    earlier = page.split('href="/shares?before=')[1].split("#")[0]
    assert "Page 0<" in as_anna.get(f"/shares?before={earlier}").text


def test_the_log_is_the_patients_alone(app: Flask, as_ben: FlaskClient, share: Share) -> None:
    with app.app_context(), writing() as session:
        note_viewing(session, share, "Dr Chen", "Trends")
    assert "Dr Chen" not in as_ben.get("/shares").text


def test_a_code_leads_to_its_clinician(as_anna: FlaskClient, code: str) -> None:
    page = as_anna.get(f"/shares/new?code={code}").text
    assert "<b>Dr Chen</b>, Lakeside" in page
    notes, treatments = (
        page.split(f'id="{name}"')[0].rsplit("<input", 1)[1] for name in ("notes", "treatments")
    )
    assert "checked" not in notes
    assert "checked" in treatments


@pytest.mark.parametrize("typed", ["7K2M-Q4XT", "", "x", "' or 1=1", "\u0130" * 500])
def test_a_code_that_nobody_has_is_typed_again(as_anna: FlaskClient, typed: str) -> None:
    answer = as_anna.get("/shares/new", query_string={"code": typed})
    assert answer.status_code == 422
    assert "No clinician has this code" in answer.text
    assert as_anna.post("/shares/new", query_string={"code": typed}).status_code == 422


def test_sharing_by_code(app: Flask, as_anna: FlaskClient, anna: Account, code: str) -> None:
    sent = {"term": "84", "treatments": "y", "first": "2026-03-01"}
    answer = as_anna.post(f"/shares/new?code={code.lower()}", data=sent)
    assert (answer.status_code, answer.location) == (303, "/shares")
    [grant] = grants_of(app, anna)
    scope = Scope(first=date(2026, 3, 1), last=None, notes=False, treatments=True)
    assert grant == Grant(scope=scope, ends_on=TODAY + timedelta(days=84))
    assert "Dr Chen can look until 12 August 2026." in as_anna.get("/shares").text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({}, "Choose for how long."),
        ({"term": "9999"}, "Not a valid choice"),
        ({"term": "keep"}, "Not a valid choice"),
        ({"term": "28", "first": "2026-05-21"}, "Give today or an earlier day"),
        ({"term": "28", "first": "2026-05-02", "last": "2026-05-01"}, "not before the first one"),
        ({"term": "28", "may_record_sessions": "y"}, "share Botox sessions too"),
        ({"term": "28", "first": "soon"}, "Give a date that exists"),
        ({"term": "28", "clinician_id": "1"}, "a question it does not ask"),
    ],
)
def test_what_cannot_be_granted_comes_back_as_typed(
    app: Flask, as_anna: FlaskClient, anna: Account, code: str, wrong: dict[str, str], words: str
) -> None:
    answer = as_anna.post(f"/shares/new?code={code}", data={"notes": "y", **wrong})
    assert answer.status_code == 422
    assert words in answer.text
    assert 'checked class="field__tick" id="notes"' in answer.text
    assert grants_of(app, anna) == []


def test_a_share_is_changed_and_renewed(
    app: Flask, as_anna: FlaskClient, anna: Account, share: Share
) -> None:
    page = as_anna.get(f"/shares/{share.id}").text
    assert "Until 3 June 2026, as now" in page
    as_anna.post(f"/shares/{share.id}", data={"term": "keep", "last": "2026-05-10"})
    scope = Scope(last=date(2026, 5, 10), notes=False, treatments=False)
    assert grants_of(app, anna) == [Grant(scope=scope, ends_on=share.ends_on)]
    as_anna.post(
        f"/shares/{share.id}", data={"term": "365", "treatments": "y", "may_record_sessions": "y"}
    )
    [grant] = grants_of(app, anna)
    assert (grant.ends_on, grant.may_record_sessions) == (date(2027, 5, 20), True)


def test_an_ended_share_can_be_renewed(
    app: Flask, as_anna: FlaskClient, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    ended = a_share(app, anna, dr_chen, days=-1)
    assert ", as now" not in as_anna.get(f"/shares/{ended.id}").text
    assert as_anna.post(f"/shares/{ended.id}", data={"term": "keep"}).status_code == 422
    assert as_dr_chen.get(f"/clinic/diaries/{ended.id}/trends").status_code == 404
    as_anna.post(f"/shares/{ended.id}", data={"term": "28"})
    assert as_dr_chen.get(f"/clinic/diaries/{ended.id}/trends").status_code == 200


def test_withdrawing_ends_an_open_page_at_once(
    as_anna: FlaskClient, as_dr_chen: FlaskClient, share: Share
) -> None:
    address = f"/clinic/diaries/{share.id}/trends"
    assert as_dr_chen.get(address).status_code == 200
    assert as_anna.post(f"/shares/{share.id}/withdrawal").location == "/shares"
    assert as_dr_chen.get(address).status_code == 404
    assert "Dr Chen" not in as_dr_chen.get("/clinic").text.split("<main")[1].split("Your code")[1]
    page = as_anna.get("/shares").text
    assert "You stopped sharing with Dr Chen on 20 May 2026." in page
    assert "you stopped it on 20 May 2026" in page
    assert as_anna.post(f"/shares/{share.id}/withdrawal").status_code == 404


def test_everything_is_ended_in_one_tap(
    app: Flask, as_anna: FlaskClient, anna: Account, dr_doyle: Account, share: Share
) -> None:
    a_share(app, anna, dr_doyle)
    with app.app_context():
        invite(anna, dr_doyle.email, Grant(scope=WHOLE, ends_on=TODAY))
    assert as_anna.post("/shares/withdrawal").location == "/shares"
    assert grants_of(app, anna) == []
    with app.app_context():
        assert invitations_for(dr_doyle) == []


def test_sharing_is_one_tap_from_today_and_from_more(as_anna: FlaskClient) -> None:
    for place in ("/", "/more"):
        assert 'href="/shares"' in as_anna.get(place).text


@pytest.mark.parametrize("before", [-1, 0, 2**31, 10**30, -(10**30)])
def test_there_is_no_log_before_a_number_that_no_viewing_has(
    as_anna: FlaskClient, before: int
) -> None:
    assert as_anna.get(f"/shares?before={before}").status_code == 404


def test_the_log_goes_up_to_the_last_number_there_is(as_anna: FlaskClient) -> None:
    assert as_anna.get(f"/shares?before={2**31 - 1}").status_code == 200
