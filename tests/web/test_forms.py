"""Every form refuses what it did not ask for."""

from flask import Flask
from flask.testing import FlaskClient
from wtforms import FieldList, Form, FormField, StringField

from diary.web.forms import StrictForm


class Part(Form):
    """A part of a larger form."""

    name = StringField("Name")


class Questions(StrictForm):
    """A form with one question, and one of several parts."""

    note = StringField("Note")
    parts = FieldList(FormField(Part))


def sent(app: Flask, **answers: str) -> Questions:
    """The form as it comes in with these answers, checked."""
    with app.test_request_context(method="POST", data=answers):
        form = Questions()
        form.validate()
    return form


def test_a_form_with_plain_answers_is_fine(app: Flask) -> None:
    assert sent(app, note="line\r\nand\ttab – naïve 😀", **{"parts-0-name": "x"}).errors == {}


def test_a_question_that_was_not_asked_is_refused(app: Flask) -> None:
    assert sent(app, note="x", is_demo="yes").form_errors


def test_a_long_list_may_stay_open_unless_it_must_not(as_anna: FlaskClient) -> None:
    page = as_anna.get("/account").text
    country, zone = (page.split(f'name="{name}"')[1] for name in ("country", "time_zone"))
    assert "required" not in country.split(">")[0]
    assert "required" in zone.split(">")[0]
