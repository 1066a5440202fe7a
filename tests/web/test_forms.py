"""Every form refuses what it did not ask for."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from wtforms import FieldList, FormField, IntegerField, StringField
from wtforms.validators import Length, Optional

from diary.web.forms import LETTERS_OF_A_LINE, SIGNS_A_LETTER, BoundedForm, StrictForm

LOOKED_AT: list[int] = []


def look(text: str | None) -> str | None:
    """Note how long the text is that a filter gets to see."""
    LOOKED_AT.append(len(text or ""))
    return text


class Part(BoundedForm):
    """A part of a larger form."""

    name = StringField("Name", filters=[look])


class Questions(StrictForm):
    """A form with two questions, and one of several parts."""

    note = StringField("Note", filters=[look], validators=[Length(max=500)])
    pain = IntegerField("Pain", validators=[Optional()])
    parts = FieldList(FormField(Part))

    def validate_note(self, field: StringField) -> None:
        """Note how long a text is that is checked."""
        look(field.data)


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


@pytest.mark.parametrize(
    ("name", "letters"),
    [("note", 500), ("pain", LETTERS_OF_A_LINE), ("parts-0-name", LETTERS_OF_A_LINE)],
)
def test_nothing_works_on_a_text_that_is_far_too_long(app: Flask, name: str, letters: int) -> None:
    LOOKED_AT.clear()
    room = letters * SIGNS_A_LETTER
    form = sent(app, **{"note": "short", name: "1" * (room + 1)})
    assert list(form.errors) == [name.partition("-")[0]]
    assert max(LOOKED_AT) <= room


def test_what_has_room_is_read_whole(app: Flask) -> None:
    LOOKED_AT.clear()
    sent(app, note="x" * 500 * SIGNS_A_LETTER)
    assert 500 * SIGNS_A_LETTER in LOOKED_AT


def test_the_beginning_of_what_is_too_long_comes_back_to_be_shortened(app: Flask) -> None:
    form = sent(app, note="abc" + "x" * 10_000, pain="5")
    assert "far too long" in form.note.errors[0]
    assert form.note.data == ("abc" + "x" * 10_000)[: 500 * SIGNS_A_LETTER]
    assert form.pain.data == 5
    assert list(form.errors) == ["note"]


def test_a_long_list_may_stay_open_unless_it_must_not(as_anna: FlaskClient) -> None:
    page = as_anna.get("/account").text
    country, zone = (page.split(f'name="{name}"')[1] for name in ("country", "time_zone"))
    assert "required" not in country.split(">")[0]
    assert "required" in zone.split(">")[0]


def test_a_text_runs_in_the_direction_of_its_letters(app: Flask) -> None:
    form = sent(app, note="\u05e9\u05dc\u05d5\u05dd", **{"parts-0-name": "x"})
    assert 'dir="auto"' in form.note()
    assert 'dir="auto"' in form.parts[0].form.name()
    assert "dir=" not in form.pain()
