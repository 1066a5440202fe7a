"""What each muscle got, from the page to the diary and back."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.botox.store import session_rows_of
from diary.clinical.muscles import STANDARD_PATTERN, Muscle
from diary.clinical.treatment import PainAfter
from tests.botox.sessions import NEW, recorded, said

STANDARD_ANSWERS = {
    f"{injection.place.key}_{number}": str(getattr(injection, number))
    for injection in STANDARD_PATTERN
    for number in ("units", "sites")
}


def test_what_each_muscle_got_is_recorded_and_shown(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    sent = {"date": "2024-02-29", "pain_after": "mild"} | STANDARD_ANSWERS
    assert as_anna.post(NEW, data=sent).status_code == 303
    assert said(as_anna) == ["Session of 29 February 2024 saved."]
    (kept,) = recorded(app, anna)
    assert (kept.muscles, kept.units, kept.sites) == (STANDARD_PATTERN, 155, 31)
    assert kept.pain_after is PainAfter.MILD
    with app.app_context():
        (row,) = session_rows_of(anna)
    page = as_anna.get(f"/botox/sessions/{row.id}").text
    assert "Temporalis, left: 20 units at 4 sites" in page
    assert page.count("muscles__spot--given") == 31
    changed = as_anna.get(f"/botox/sessions/{row.id}/change").text
    assert 'name="trapezius_right_units"' in changed
    assert changed.count("muscles__spot--given") == 31


def test_the_button_fills_every_muscle_in_and_saves_nothing(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    page = as_anna.post(NEW, data={"standard_pattern": "y", "clinic": "City"}).text
    assert page.count("muscles__spot--given") == 31
    assert "155 units at 31 sites</p>" in page
    assert 'value="City"' in page
    more = STANDARD_ANSWERS | {"step_button": "temporalis_left more", "units": "155", "sites": "31"}
    assert "160 units at 32 sites</p>" in as_anna.post(NEW, data=more).text
    assert recorded(app, anna) == []


def test_totals_are_the_sum_of_the_muscles_and_another_total_is_pointed_out(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    sent = {"date": "2026-02-23", "units": "150"} | STANDARD_ANSWERS
    assert as_anna.post(NEW, data=sent).status_code == 303
    assert recorded(app, anna)[0].units == 155
    assert any("add up to 155 units at 31 sites" in hint for hint in said(as_anna))


def test_a_muscle_above_its_most_is_hinted_at_not_refused(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    more = {"temporalis_left_units": "40", "temporalis_left_sites": "8"}
    as_anna.post(NEW, data={"date": "2026-02-23"} | STANDARD_ANSWERS | more)
    (kept,) = recorded(app, anna)
    assert kept.muscles is not None
    assert kept.muscles.units_of(Muscle.TEMPORALIS) == 60
    assert any(hint.startswith("Temporalis: 60 units is above 50") for hint in said(as_anna))


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ({"temporalis_left_units": "401"}, "Give up to 400."),
        ({"temporalis_left_units": "abc"}, "Write a whole number"),
        ({"temporalis_left_units": ""}, "Give the units too, or clear the sites."),
        ({"temporalis_left_units": "400"}, "add up to 535 units. A session has 5 to 400"),
        ({"pain_after": "terrible"}, "Not a valid choice"),
    ],
)
def test_muscles_that_cannot_be_are_explained_and_kept_on_the_page(
    app: Flask, as_anna: FlaskClient, anna: Account, wrong: dict[str, str], advice: str
) -> None:
    sent = {"date": "2026-02-23", "clinic": "City"} | STANDARD_ANSWERS | wrong
    answer = as_anna.post(NEW, data=sent)
    assert answer.status_code == 422
    assert advice in answer.text
    assert 'value="City"' in answer.text
    assert recorded(app, anna) == []


def test_a_choice_of_spaces_is_refused(as_anna: FlaskClient) -> None:
    answer = as_anna.post(NEW, data={"date": "2026-02-23", "pain_after": "  "})
    assert answer.status_code == 422
    assert "Not a valid choice" in answer.text
