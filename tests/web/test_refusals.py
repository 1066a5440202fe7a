"""Everything that is wrong with a form is told under the name of its field."""

from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import FieldList, Form, FormField, IntegerField, StringField
from wtforms.validators import InputRequired, NumberRange

from diary.web.refusals import aim_at_first_refusal, refusals


class Row(Form):
    name = StringField(validators=[InputRequired("Name it.")])
    count = IntegerField(validators=[NumberRange(1, 9, message="From 1 to 9.")])


class Whole(Form):
    rows = FieldList(FormField(Row))
    inside = FormField(Row)
    word = StringField(validators=[InputRequired("Say something.")])


SENT = {"rows-0-name": "a", "rows-0-count": "12", "inside-name": "b", "inside-count": "2"}


def test_a_fault_is_told_where_it_is_however_deep_it_lies() -> None:
    form = Whole(MultiDict(SENT))
    assert not form.validate()
    form.rows.errors = [*form.rows.errors, "Too many."]
    assert refusals(form) == [
        {"field": "rows", "message": "Too many."},
        {"field": "rows-0-count", "message": "From 1 to 9."},
        {"field": "word", "message": "Say something."},
    ]


def test_a_fault_of_the_whole_form_has_no_field() -> None:
    form = Whole(MultiDict(SENT | {"rows-0-count": "1", "word": "yes"}))
    form.form_errors.append("Too late.")
    assert refusals(form) == [{"field": "", "message": "Too late."}]


def test_the_page_opens_at_the_first_fault_alone(app: Flask) -> None:
    form = Whole(MultiDict(SENT))
    form.validate()
    aim_at_first_refusal(form)
    assert "autofocus" in str(form.rows[0].form["count"]())
    assert "autofocus" not in str(form.word())
