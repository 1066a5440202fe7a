"""The patient's pages of links."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.database import writing
from diary.sharing.grant import Grant
from diary.sharing.invitations.store import invite
from diary.sharing.links import store
from diary.sharing.links.models import ShareLink
from diary.sharing.scope import WHOLE, Scope
from tests.sharing.links.links import a_link, another_pin, before_the_pin, now_stored, opened
from tests.statements import statements_of

CHOSEN = {
    "first": "2026-03-10",
    "last": "2026-04-20",
    "notes": "y",
    "days": "31",
    "label": "the headache clinic",
}


@pytest.fixture(autouse=True)
def _the_20_of_may() -> Iterator[None]:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


def only_link(app: Flask, patient: Account) -> ShareLink:
    """The one link the patient has."""
    with app.app_context():
        [link] = store.links_of(patient)
    return link


def test_one_tap_shows_the_last_three_months(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    made = as_anna.post("/shares/links/last-three-months")
    link = only_link(app, anna)
    assert (made.status_code, made.location) == (303, f"/shares/links/{link.id}")
    assert link.scope == Scope(
        first=date(2026, 2, 1), last=date(2026, 5, 20), notes=False, treatments=True
    )
    assert (link.ends_on, bool(link.pin_hash)) == (date(2026, 6, 3), True)


def test_a_link_is_made_as_chosen(as_anna: FlaskClient, app: Flask, anna: Account) -> None:
    page = as_anna.get("/shares/links/new").text
    assert 'value="2026-02-01"' in page
    assert as_anna.post("/shares/links", data=CHOSEN).status_code == 303
    link = only_link(app, anna)
    assert link.scope == Scope(
        first=date(2026, 3, 10), last=date(2026, 4, 20), notes=True, treatments=False
    )
    assert (link.name, link.pin_hash) == ("Link for the headache clinic", None)
    assert link.ends_on == date(2026, 6, 20)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ({"days": "1"}, 303),
        ({"days": "31"}, 303),
        ({"days": "0"}, 422),
        ({"days": "32"}, 422),
        ({"days": "1.5"}, 422),
        ({"days": ""}, 422),
        ({"first": ""}, 422),
        ({"first": "2026-05-20", "last": "2026-05-20"}, 303),
        ({"first": "2026-05-21", "last": ""}, 422),
        ({"first": "2026-04-21"}, 422),
        ({"last": "2026-05-21"}, 422),
        ({"last": ""}, 303),
        ({"label": "x" * 80}, 303),
        ({"label": "x" * 81}, 422),
        ({"patient_id": "1"}, 422),
    ],
)
def test_what_makes_no_sense_makes_no_link(
    as_anna: FlaskClient, app: Flask, anna: Account, answer: dict[str, str], status: int
) -> None:
    made = as_anna.post("/shares/links", data=CHOSEN | answer)
    assert made.status_code == status
    with app.app_context():
        assert len(store.links_of(anna)) == (status == 303)
    if status == 422:
        assert "the headache clinic" in made.text or "x" * 81 in made.text


def test_the_list_says_what_is_shown_until_when_and_how_often_it_was_opened(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    made = a_link(app, anna, label="the clinic")
    page = as_anna.get("/shares/links").text
    assert "until 3 June 2026; never opened" in page
    assert "days from 1 February 2026 to 20 May 2026, treatments, no notes, with a PIN" in page
    opened(app, made)
    assert "opened once, on 20 May 2026, 13:00" in as_anna.get("/shares/links").text
    with time_machine.travel("2026-05-22 12:00:00+00:00", tick=False):
        opened(app, made)
        page = as_anna.get("/shares/links").text
    assert "opened 2 times, first on 20 May 2026, 13:00, last on 22 May 2026, 13:00" in page


def test_before_the_pin_a_link_is_not_opened(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    before_the_pin(app, a_link(app, anna))
    assert "never opened" in as_anna.get("/shares/links").text


def test_the_patient_is_told_what_happens_to_links(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    opened(app, a_link(app, anna, label="one"))
    a_link(app, anna, label="two", days=3)
    a_link(app, anna, label="three", days=4)
    ended = a_link(app, anna, label="four")
    as_anna.post(f"/shares/links/{ended.link.id}/withdrawal")
    locked = a_link(app, anna, label="five")
    with app.app_context(), writing() as session:
        link = session.get(ShareLink, locked.link.id)
        assert link
        link.wrong_pins, link.last_wrong_at = 20, datetime(2026, 5, 20, tzinfo=UTC)
    assert "Link for five is locked" in as_anna.get("/shares").text
    page = as_anna.get("/shares/links").text
    assert "Link for one was opened for the first time on 20 May 2026." in page
    assert "Link for two ends soon: on 23 May 2026." in page
    assert "Link for three ends soon" not in page
    assert "Link for four opens nothing since 20 May 2026: you ended it." in page
    assert "Link for five is locked: the PIN was wrong too often." in page
    with time_machine.travel("2026-05-27 12:00:01+00:00", tick=False):
        later = as_anna.get("/shares/links").text
    assert "for the first time" not in later
    assert "opens nothing since" not in later


def test_a_locked_link_is_unlocked_by_its_patient(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    made = a_link(app, anna)
    reader = before_the_pin(app, made)
    for _ in range(5):
        reader.post(f"/s/{made.link.public_id}/pin", data={"pin": another_pin(made)})
    assert (
        "Wrong PINs since it was last opened: 5."
        in as_anna.get(f"/shares/links/{made.link.id}").text
    )
    assert as_anna.post(f"/shares/links/{made.link.id}/unlocking").status_code == 303
    assert now_stored(app, anna, made).wrong_pins == 0
    right = reader.post(f"/s/{made.link.public_id}/pin", data={"pin": made.pin})
    assert right.status_code == 303


def test_a_link_is_ended_from_its_page_and_all_from_the_list(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    first, second, third = (a_link(app, anna) for _ in range(3))
    address = f"/shares/links/{first.link.id}"
    assert "End this link now" in as_anna.get(address).text
    assert as_anna.post(f"{address}/withdrawal").status_code == 303
    assert as_anna.post(f"{address}/withdrawal").status_code == 404
    assert "End this link now" not in as_anna.get(address).text
    assert now_stored(app, anna, second).withdrawn_at is None
    assert as_anna.post("/shares/links/withdrawal").status_code == 303
    assert now_stored(app, anna, third).withdrawn_at
    assert "No link is open." in as_anna.get("/shares/links").text


def test_links_are_among_all_who_can_look_and_end_with_them(
    as_anna: FlaskClient, app: Flask, anna: Account, ben: Account
) -> None:
    a_link(app, ben, label="Ben’s clinic")
    made = [a_link(app, anna, label=f"clinic {number}") for number in range(3)]
    for number in range(3):
        with app.app_context():
            invite(anna, f"dr{number}@example.org", Grant(scope=WHOLE, ends_on=date(2026, 7, 1)))
    with statements_of(app) as statements:
        page = as_anna.get("/shares").text
    assert len(statements) <= 4
    assert [page.count(f"Link for clinic {number}") for number in range(3)] == [1, 1, 1]
    assert page.count("Take back the invitation of dr1@example.org") == 1
    assert "Ben’s clinic" not in page
    assert "Nobody but you can look." not in page
    as_anna.post("/shares/withdrawal")
    assert all(now_stored(app, anna, one).withdrawn_at for one in made)
    page = as_anna.get("/shares").text
    assert "Nobody but you can look." in page
    assert "3 links open nothing any more: you ended them lately." in page


def test_another_patients_link_is_not_there(as_ben: FlaskClient, app: Flask, anna: Account) -> None:
    made = a_link(app, anna)
    address = f"/shares/links/{made.link.id}"
    answers = [
        as_ben.get(address),
        as_ben.post(f"{address}/withdrawal"),
        as_ben.post(f"{address}/unlocking"),
        as_ben.get("/shares/links/99999"),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    as_ben.post("/shares/links/withdrawal")
    assert now_stored(app, anna, made).withdrawn_at is None


@pytest.mark.parametrize("path", ["", "/new", "/1"])
def test_links_need_a_patient(client: FlaskClient, as_dr_chen: FlaskClient, path: str) -> None:
    assert client.get(f"/shares/links{path}").status_code == 303
    assert as_dr_chen.get(f"/shares/links{path}").status_code == 403
