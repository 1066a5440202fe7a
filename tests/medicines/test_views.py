"""The pages of the patient's own medicines."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import Purpose
from diary.medicines.kind import MedicineKind
from diary.medicines.models import OwnMedicine
from diary.medicines.store import add_own_medicine, archive_own_medicine, own_medicines_of

ADDRESSES = [
    ("GET", "/medicines"),
    ("POST", "/medicines"),
    ("GET", "/medicines/{id}"),
    ("POST", "/medicines/{id}"),
    ("POST", "/medicines/{id}/archiving"),
    ("POST", "/medicines/{id}/return"),
    ("POST", "/medicines/{id}/removal"),
    ("POST", "/medicines/{id}/restoration"),
]


@pytest.fixture
def imigran(app: Flask, anna: Account) -> OwnMedicine:
    """A medicine on Anna's list."""
    with app.app_context():
        return add_own_medicine(anna, name="Imigran", strength="50 mg", purpose=Purpose.ACUTE)


def listed(app: Flask, patient: Account) -> list[tuple[str, str | None, str | None, str | None]]:
    """What is stored of the patient's list."""
    with app.app_context():
        return [(m.name, m.strength, m.purpose, m.kind) for m in own_medicines_of(patient)]


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_visitors_have_to_sign_in_and_clinicians_have_no_list(
    client: FlaskClient, as_dr_chen: FlaskClient, imigran: OwnMedicine, method: str, address: str
) -> None:
    url = address.format(id=imigran.id)
    assert client.open(url, method=method).status_code == (303 if method == "GET" else 401)
    assert as_dr_chen.open(url, method=method).status_code == 403


@pytest.mark.parametrize(("method", "address"), ADDRESSES[2:])
def test_a_stranger_finds_no_page_and_changes_nothing(
    app: Flask,
    as_ben: FlaskClient,
    anna: Account,
    imigran: OwnMedicine,
    method: str,
    address: str,
) -> None:
    before = listed(app, anna)
    answer = as_ben.open(address.format(id=imigran.id), method=method, data={"name": "Mine"})
    assert answer.status_code == 404
    assert listed(app, anna) == before


def test_an_empty_list_says_what_it_is_for(as_anna: FlaskClient) -> None:
    page = as_anna.get("/medicines")
    assert page.status_code == 200
    assert "one tap away" in page.text
    assert "The diary counts days, not doses." in page.text
    assert 'href="/about"' in page.text


def test_a_medicine_is_offered_by_generic_and_brand_name(as_anna: FlaskClient) -> None:
    page = as_anna.get("/medicines").text
    assert '<option value="sumatriptan"></option>' in page
    assert '<option value="Imigran" label="sumatriptan"></option>' in page


def test_a_medicine_is_added_and_its_class_is_said(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    sent = {"name": " Imigran 50 mg ", "strength": "", "purpose": "acute", "kind": ""}
    answer = as_anna.post("/medicines", data=sent)
    assert (answer.status_code, answer.location) == (303, "/medicines")
    assert listed(app, anna) == [("Imigran", "50 mg", "acute", None)]
    page = as_anna.get("/medicines").text
    assert "Imigran 50 mg is on your list. It counts as: triptan." in page


def test_untouched_questions_stay_unanswered(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    as_anna.post("/medicines", data={"name": "Blue pill"})
    assert listed(app, anna) == [("Blue pill", None, None, None)]
    assert "Counts as: kind not known" in as_anna.get("/medicines").text


def test_an_addition_has_the_kind_that_was_chosen(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    as_anna.post("/medicines", data={"name": "Blue pill", "kind": "triptan_with_painkiller"})
    assert listed(app, anna) == [("Blue pill", None, None, MedicineKind.TRIPTAN_WITH_PAINKILLER)]
    assert "Counts as: triptan and combination painkiller" in as_anna.get("/medicines").text


def test_the_formulary_knows_better_than_a_chosen_kind(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    as_anna.post("/medicines", data={"name": "imigran", "kind": "simple_painkiller"})
    assert listed(app, anna) == [("imigran", None, None, None)]
    assert "Counts as: triptan" in as_anna.get("/medicines").text


@pytest.mark.parametrize(
    ("sent", "advice"),
    [
        ({"name": ""}, "Write the name that is on the packet."),
        ({"name": "   "}, "Write the name that is on the packet."),
        ({"name": "none"}, "A dose needs the name of its medicine."),
        ({"name": "a;b"}, "Leave ; and = out"),
        ({"name": "a=b"}, "Leave ; and = out"),
        ({"name": "x" * 101}, "Keep it to 100 letters."),
        ({"name": "x" * 100, "strength": "half a tablet"}, "Shorten the name"),
        ({"name": "x " + "1/" * 20 + "1 mg"}, "Shorten the strength"),
        ({"name": "Maxalt", "strength": "1" * 31}, "Keep it to 30 letters."),
        ({"name": "Maxalt", "purpose": "fun"}, "Not a valid choice"),
        ({"name": "Maxalt", "kind": "magic"}, "Not a valid choice"),
        ({"name": "Imigran", "strength": "50 MG"}, "Imigran 50 mg is on your list already."),
        ({"name": "Maxalt", "patient_id": "2"}, "a question it does not ask"),
    ],
)
@pytest.mark.usefixtures("imigran")
def test_what_cannot_be_stored_is_explained_and_kept_on_the_page(
    app: Flask, as_anna: FlaskClient, anna: Account, sent: dict[str, str], advice: str
) -> None:
    before = listed(app, anna)
    answer = as_anna.post("/medicines", data=sent)
    assert answer.status_code == 422
    assert advice in answer.text
    assert f'value="{sent["name"].strip()}"' in answer.text
    assert listed(app, anna) == before


def test_a_medicine_shows_what_is_known_of_it(as_anna: FlaskClient, imigran: OwnMedicine) -> None:
    page = as_anna.get(f"/medicines/{imigran.id}")
    assert page.status_code == 200
    assert "<h1>Imigran 50 mg</h1>" in page.text
    assert 'value="50 mg"' in page.text


def test_a_medicine_is_changed(
    app: Flask, as_anna: FlaskClient, anna: Account, imigran: OwnMedicine
) -> None:
    sent = {"name": "IMIGRAN", "strength": "50 mg", "purpose": "", "kind": ""}
    answer = as_anna.post(f"/medicines/{imigran.id}", data=sent)
    assert (answer.status_code, answer.location) == (303, "/medicines")
    assert listed(app, anna) == [("IMIGRAN", "50 mg", None, None)]


def test_a_medicine_cannot_become_another_of_the_list(
    app: Flask, as_anna: FlaskClient, anna: Account, imigran: OwnMedicine
) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Maxalt")
    answer = as_anna.post(f"/medicines/{imigran.id}", data={"name": "Maxalt", "strength": ""})
    assert answer.status_code == 422
    assert "Maxalt is on your list already." in answer.text


def test_a_medicine_is_put_away_and_comes_back(
    app: Flask, as_anna: FlaskClient, anna: Account, imigran: OwnMedicine
) -> None:
    answer = as_anna.post(f"/medicines/{imigran.id}/archiving")
    assert (answer.status_code, answer.location) == (303, "/medicines")
    assert listed(app, anna) == []
    page = as_anna.get("/medicines").text
    assert "Put away: 1" in page
    assert f'action="/medicines/{imigran.id}/return"' in page
    as_anna.post(f"/medicines/{imigran.id}/return")
    assert len(listed(app, anna)) == 1


def test_a_medicine_that_was_put_away_can_be_looked_at(
    app: Flask, as_anna: FlaskClient, anna: Account, imigran: OwnMedicine
) -> None:
    with app.app_context():
        archive_own_medicine(anna, imigran.id)
    assert "Use again" in as_anna.get(f"/medicines/{imigran.id}").text


def test_a_removal_offers_its_undo(
    app: Flask, as_anna: FlaskClient, anna: Account, imigran: OwnMedicine
) -> None:
    as_anna.post(f"/medicines/{imigran.id}/removal")
    assert listed(app, anna) == []
    assert f'action="/medicines/{imigran.id}/restoration"' in as_anna.get("/medicines").text
    as_anna.post(f"/medicines/{imigran.id}/restoration")
    assert len(listed(app, anna)) == 1


def test_a_long_name_in_any_script_is_shown_whole_and_escaped(
    as_anna: FlaskClient,
) -> None:
    name = "Очень<b>длинное" + "название" * 9
    as_anna.post("/medicines", data={"name": name})
    page = as_anna.get("/medicines").text
    assert name.replace("<b>", "&lt;b&gt;") in page


@pytest.mark.parametrize("field", ["purpose", "kind"])
def test_a_choice_of_spaces_is_refused(as_anna: FlaskClient, field: str) -> None:
    answer = as_anna.post("/medicines", data={"name": "sumatriptan", field: " "})
    assert answer.status_code == 422
    assert "Not a valid choice" in answer.text
