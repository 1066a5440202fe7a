"""The clinician's list: sorted, filtered and searched by its address, and nobody else's."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account, Role
from diary.botox.store import add_session
from diary.clinical.period import four_weeks_ending
from diary.clinical.treatment import BotoxSession
from diary.days.store import write_days
from tests.cast import a_person
from tests.clinic.patients.lists import TODAY
from tests.diaries import days_of
from tests.sharing.shares import a_share


def test_the_list_shows_a_row_of_each_patient(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)
    with app.app_context():
        write_days(anna, days_of(four_weeks_ending(TODAY), headache_days=9)[:-3])
        add_session(anna, BotoxSession(date=TODAY - timedelta(days=10)))
    page = as_dr_chen.get("/clinic")
    assert page.headers["Cache-Control"] == "no-store"
    for shown in (f"/clinic/diaries/{share.id}", "Anna", "25 of 28", "9 to 12", "week 2"):
        assert shown in page.text


def test_an_empty_list_says_how_patients_come_to_it(as_dr_chen: FlaskClient) -> None:
    page = as_dr_chen.get("/clinic").text
    assert "No diary is shared with you." in page
    assert 'role="search"' not in page


def test_a_search_that_finds_nobody_leads_back(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    a_share(app, anna, dr_chen)
    page = as_dr_chen.get("/clinic?name=zebra").text
    assert "Nobody fits." in page
    assert 'value="zebra"' in page


def test_a_page_after_the_last_leads_to_the_first(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    a_share(app, anna, dr_chen)
    answer = as_dr_chen.get("/clinic?page=9&order=due")
    assert (answer.status_code, answer.location) == (303, "/clinic?order=due")


def test_the_column_it_is_sorted_by_is_marked(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    a_share(app, anna, dr_chen)
    assert as_dr_chen.get("/clinic?order=headache").text.count('aria-sort="descending"') == 1
    assert as_dr_chen.get("/clinic?order=due").text.count('aria-sort="ascending"') == 1


def test_a_name_is_shown_as_it_is_written(
    app: Flask, as_dr_chen: FlaskClient, dr_chen: Account
) -> None:
    a_share(app, a_person(app, "<script>alert(1)", Role.PATIENT), dr_chen)
    page = as_dr_chen.get("/clinic?name=<script>").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("query", ["order=x", "only=x", "page=-3", "page=99999999999999999999"])
def test_an_odd_address_shows_the_list(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account, query: str
) -> None:
    a_share(app, anna, dr_chen)
    assert as_dr_chen.get(f"/clinic?{query}", follow_redirects=True).status_code == 200


def test_patients_have_no_list(as_anna: FlaskClient, client: FlaskClient) -> None:
    assert as_anna.get("/clinic").status_code == 403
    assert client.get("/clinic").location.startswith("/sign-in")
