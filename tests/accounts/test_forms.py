"""What a person types about themselves is taken or refused with a message, never our mistake."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

ABOUT_ANNA = {"name": "Anna", "time_zone": "Europe/London", "birth_date": "", "country": ""}
QUESTIONS = ["role", "name", "email", "password", "time_zone", "next", ""]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[("name", value) for value in ("", " ", "x" * 101, "x" * 100_000)],
        *[("time_zone", value) for value in ("", "../../etc/passwd", "NaN", "1e400", "Europe")],
        *[("birth_date", value) for value in ("abc", "2026-02-30", "1e400", "NaN", "99999-01-01")],
        *[("country", value) for value in ("ZZ", "<b>", "NaN", "GBGB")],
    ],
)
def test_odd_answers_are_refused_with_a_message(
    as_anna: FlaskClient, field: str, value: str
) -> None:
    answer = as_anna.post("/account", data=ABOUT_ANNA | {field: value})
    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert f'id="{field}-error"' in answer.text


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(QUESTIONS), st.text(max_size=30)))
def test_nothing_that_is_typed_breaks_a_page(app_on_sqlite: Flask, answers: dict[str, str]) -> None:
    browser = app_on_sqlite.test_client()
    for address in ("/sign-up", "/sign-in"):
        assert browser.post(address, data=answers).status_code in (400, 422)
