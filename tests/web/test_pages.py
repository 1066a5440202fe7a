"""The pages that belong to nobody."""

import re

import pytest
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.database import writing


@pytest.mark.parametrize("address", ["/help-now", "/about", "/about/botox", "/more"])
def test_a_visitor_reads_it_without_an_account(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert 'aria-label="Diary"' not in answer.text


@pytest.mark.parametrize("address", ["/help-now", "/about", "/about/botox", "/more"])
def test_a_patient_reads_it_with_the_places_of_the_diary(
    as_anna: FlaskClient, address: str
) -> None:
    assert 'aria-label="Diary"' in as_anna.get(address).text


@pytest.mark.parametrize("address", ["/clinic", "/clinic/code", "/more", "/account", "/about"])
def test_a_clinician_finds_the_patients_and_the_way_out_from_every_page(
    as_dr_chen: FlaskClient, address: str
) -> None:
    page = as_dr_chen.get(address).text
    assert 'href="/clinic"' in page
    assert 'href="/more"' in page


def test_a_clinician_has_no_diary_of_their_own(as_dr_chen: FlaskClient) -> None:
    page = as_dr_chen.get("/more").text
    assert 'aria-label="Diary"' not in page
    assert 'href="/account"' in page
    assert 'href="/medicines"' not in page


def test_help_names_the_number_of_the_patients_country(as_anna: FlaskClient, anna: Account) -> None:
    with as_anna.application.app_context(), writing() as session:
        session.merge(anna).country = "US"
    page = as_anna.get("/help-now").text
    assert 'href="tel:911"' in page
    assert "your local number" not in page


def test_help_gives_112_or_the_local_number_while_the_country_is_unknown(
    as_anna: FlaskClient,
) -> None:
    page = as_anna.get("/help-now").text
    assert "112 or your local number" in page
    assert 'href="tel:112"' in page


@pytest.mark.parametrize(
    ("country", "number", "advice"),
    [("AU", "000", "1800022222"), ("US", "911", None), ("GB", "999", "111")],
)
def test_a_visitor_chooses_the_country_of_the_number(
    client: FlaskClient, country: str, number: str, advice: str | None
) -> None:
    page = client.get(f"/help-now?country={country}").text
    assert f'href="tel:{number}"' in page
    assert f'<option value="{country}" selected>' in page
    assert (f'href="tel:{advice}"' in page) is (advice is not None)
    assert "Always show the number" not in page


@pytest.mark.parametrize("country", ["", "ZZ", "us", "<b>", "KE"])
def test_a_country_without_a_known_number_gets_112_or_the_local_one(
    client: FlaskClient, country: str
) -> None:
    answer = client.get("/help-now", query_string={"country": country})
    assert answer.status_code == 200
    assert "112 or your local number" in answer.text
    assert 'href="tel:112"' in answer.text


def test_a_patient_can_keep_the_country_chosen_and_take_it_back(
    as_anna: FlaskClient, anna: Account
) -> None:
    page = as_anna.get("/help-now?country=AU").text
    assert 'action="/account/country?to=AU"' in page
    assert as_anna.post("/account/country?to=AU").status_code == 303
    page = as_anna.get("/help-now").text
    assert 'href="tel:000"' in page
    assert 'action="/account/country?to="' in page
    as_anna.post("/account/country?to=")
    assert 'href="tel:112"' in as_anna.get("/help-now").text


def test_a_country_that_is_none_is_not_kept(as_anna: FlaskClient) -> None:
    answer = as_anna.post("/account/country?to=XX")
    assert answer.status_code == 422
    assert "Choose a country from the list" in answer.text


@pytest.mark.parametrize(
    "flag",
    [
        "suddenly", "within minutes", "weakness or numbness", "trouble speaking", "lose your sight",
        "confusion", "seizure", "stiff neck", "rash", "fall on the head", "painful red eye",
        "pregnant", "had a baby", "over 50", "cancer", "weak immune system", "stand up or lie down",
        "cough", "exert", "steadily worse", "trouble swallowing", "blurred vision",
    ],
)  # fmt: skip
def test_help_names_every_red_flag(client: FlaskClient, flag: str) -> None:
    assert flag in client.get("/help-now").text


def test_more_offers_a_visitor_only_what_opens(client: FlaskClient) -> None:
    page = client.get("/more").text
    offered = set(re.findall(r'class="places__link" href="([^"]+)"', page))
    assert {"/sign-up", "/help-now"} <= offered
    assert {client.get(address).status_code for address in offered} == {200}


def test_an_address_without_a_page_says_what_to_do(client: FlaskClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "<h1>There is no page here</h1>" in answer.text
