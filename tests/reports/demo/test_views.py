"""The demo diary is open to everybody, and read-only."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.demo.store import demo_patient, demo_today, renew_demo

PAGES = ("/demo", "/demo/trends", "/demo/botox", "/demo/botox/evidence")


@pytest.fixture(autouse=True)
def _demo(app: Flask) -> None:
    with app.app_context():
        renew_demo()


@pytest.mark.parametrize("address", PAGES)
def test_everybody_may_look(client: FlaskClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert "This is a demo" in page.text


@pytest.mark.parametrize("address", PAGES)
def test_no_page_offers_to_change_anything(client: FlaskClient, address: str) -> None:
    page = client.get(address).text
    assert 'method="post"' not in page
    assert "Add a session" not in page


def test_a_signed_in_patient_sees_the_demo_too(as_anna: FlaskClient) -> None:
    assert "This is a demo" in as_anna.get("/demo/trends").text


def test_its_links_stay_in_the_demo(client: FlaskClient, app: Flask) -> None:
    with app.app_context():
        today = demo_today(demo_patient())
    assert client.get("/demo/months").location == f"/demo/months/{today:%Y-%m}"
    page = client.get(f"/demo/months/{today:%Y-%m}").text
    assert f'href="/demo/days/{today}"' in page
    assert 'href="/days/' not in page


def test_a_day_can_be_read(client: FlaskClient, app: Flask) -> None:
    with app.app_context():
        today = demo_today(demo_patient())
    assert "What it counts as" in client.get(f"/demo/days/{today}").text
    unrecorded = today - timedelta(days=219)
    assert "Nothing is recorded" in client.get(f"/demo/days/{unrecorded}").text
    assert client.get(f"/demo/days/{today + timedelta(days=1)}").status_code == 404


@pytest.mark.parametrize("address", [*PAGES, "/demo/months/2026-04", "/demo/days/2026-04-14"])
def test_nothing_can_be_sent(client: FlaskClient, address: str) -> None:
    assert client.post(address).status_code == 405
