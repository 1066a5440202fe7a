"""The pages of what else changed."""

from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.events.event import Event, EventKind
from diary.events.models import RecordedEvent
from diary.events.store import add_event, event_rows_of

LIST = "/events"
ADDRESSES = [
    ("GET", LIST),
    ("GET", f"{LIST}/new"),
    ("POST", f"{LIST}/new"),
    ("GET", f"{LIST}/{{id}}"),
    ("POST", f"{LIST}/{{id}}"),
    ("POST", f"{LIST}/{{id}}/removal"),
    ("POST", f"{LIST}/{{id}}/restoration"),
]
FLU = Event(kind=EventKind.ILLNESS, first=date(2026, 3, 1), last=date(2026, 3, 8), text="flu")
SENT = {"kind": "illness", "first": "2026-03-01", "last": "2026-03-08", "text": "flu"}


@pytest.fixture
def flu(app: Flask, anna: Account) -> RecordedEvent:
    """Anna's flu."""
    with app.app_context():
        return add_event(anna, FLU)


def recorded(app: Flask, patient: Account) -> list[Event]:
    """What is stored."""
    with app.app_context():
        return [row.to_event() for row in event_rows_of(patient)]


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_visitors_have_to_sign_in_and_clinicians_have_no_list(
    client: FlaskClient, as_dr_chen: FlaskClient, flu: RecordedEvent, method: str, address: str
) -> None:
    url = address.format(id=flu.id)
    assert client.open(url, method=method).status_code == (303 if method == "GET" else 401)
    assert as_dr_chen.open(url, method=method).status_code == 403


@pytest.mark.parametrize(("method", "address"), [one for one in ADDRESSES if "id" in one[1]])
def test_another_patients_event_is_not_there(
    app: Flask, as_ben: FlaskClient, anna: Account, flu: RecordedEvent, method: str, address: str
) -> None:
    assert as_ben.open(address.format(id=flu.id), method=method, data=SENT).status_code == 404
    assert recorded(app, anna) == [FLU]


def test_an_event_is_written_down_and_listed(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    response = as_anna.post(f"{LIST}/new", data=SENT)
    assert (response.status_code, response.location) == (303, LIST)
    assert recorded(app, anna) == [FLU]
    page = as_anna.get(LIST).text
    assert "Illness: flu" in page
    assert "1 March 2026 to 8 March 2026" in page


def test_kind_and_day_are_enough(app: Flask, as_anna: FlaskClient, anna: Account) -> None:
    as_anna.post(f"{LIST}/new", data={"kind": "life_event", "first": "2026-03-01"})
    assert recorded(app, anna) == [Event(kind=EventKind.LIFE_EVENT, first=date(2026, 3, 1))]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"kind": ""}, "Choose what it was."),
        ({"kind": "witchcraft"}, "Not a valid choice"),
        ({"first": ""}, "Give the day, or the first day."),
        ({"first": "2026-02-30"}, "Give a date that exists"),
        ({"first": "1899-12-31"}, "Give a date up to today."),
        ({"last": "2026-02-28"}, "Give a last day that is not before the first."),
        ({"text": "x" * 61}, "Keep it to 60 letters."),
        ({"mood": "fine"}, "a question it does not ask"),
    ],
)
def test_what_cannot_be_is_refused_and_kept_on_the_page(
    app: Flask, as_anna: FlaskClient, anna: Account, wrong: dict[str, str], message: str
) -> None:
    response = as_anna.post(f"{LIST}/new", data={**SENT, "text": "flu at work", **wrong})
    assert response.status_code == 422
    assert message in response.text
    if "text" not in wrong:
        assert "flu at work" in response.text
    assert recorded(app, anna) == []


def test_a_day_still_to_come_is_refused_and_today_is_not(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    today = today_of(anna)
    for day, status in ((today + timedelta(days=1), 422), (today, 303)):
        sent = {"kind": "other", "first": str(day)}
        assert as_anna.post(f"{LIST}/new", data=sent).status_code == status
    assert [event.first for event in recorded(app, anna)] == [today]


def test_an_event_is_changed(
    app: Flask, as_anna: FlaskClient, anna: Account, flu: RecordedEvent
) -> None:
    assert 'value="flu"' in as_anna.get(f"{LIST}/{flu.id}").text
    as_anna.post(f"{LIST}/{flu.id}", data={**SENT, "text": "covid"})
    assert [event.text for event in recorded(app, anna)] == ["covid"]


def test_removing_can_be_undone(
    app: Flask, as_anna: FlaskClient, anna: Account, flu: RecordedEvent
) -> None:
    page = as_anna.post(f"{LIST}/{flu.id}/removal", follow_redirects=True).text
    assert "Undo" in page
    assert recorded(app, anna) == []
    as_anna.post(f"{LIST}/{flu.id}/restoration")
    assert recorded(app, anna) == [FLU]
