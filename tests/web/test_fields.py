"""Lines, whole numbers and days are read strictly and put back as typed."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form, RadioField
from wtforms.validators import NumberRange, Optional

from diary.clinical.limits import LONGEST_LINE, LONGEST_TEXT
from diary.web.fields import (
    MAY_STAY_OPEN,
    DayField,
    LineField,
    TextField,
    WholeNumberField,
)


class Questions(Form):
    """One field of each sort."""

    line = LineField("Line")
    short = LineField("Short", longest=3)
    text = TextField("Text")
    number = WholeNumberField("Number", [Optional(), NumberRange(1, 100)])
    day = DayField("Day", [Optional()])


def sent(**answers: str) -> Questions:
    """The form as it comes in with these answers, checked."""
    form = Questions(MultiDict(answers))
    form.validate()
    return form


def test_blanks_are_no_answers() -> None:
    form = sent(line="  ", text="\n", number=" ", day="")
    assert form.errors == {}
    assert set(form.data.values()) == {None}


def test_spaces_around_an_answer_are_taken_off() -> None:
    form = sent(line="  Imigran ", text=" a\n b ", number=" 31 ", day="2026-03-14")
    assert form.errors == {}
    assert (form.line.data, form.text.data) == ("Imigran", "a\n b")
    assert (form.number.data, form.day.data) == (31, date(2026, 3, 14))


@pytest.mark.parametrize(
    "typed", ["NaN", "1e400", "abc", "-5", "1.0", "1_000", "３1.5", "∞", "1234567890", "31\x00"]
)
def test_a_number_is_digits_or_put_back_as_typed(typed: str) -> None:
    form = sent(number=typed)
    assert form.errors == {"number": ["Write a whole number in digits, such as 31."]}
    assert f'value="{typed}"' in form.number()


@pytest.mark.parametrize("typed", ["31", " 31 ", "３１", "٣١", "३१", "\u300031\xa0"])
def test_a_number_is_read_in_the_digits_of_every_keyboard(typed: str) -> None:
    form = sent(number=typed)
    assert (form.errors, form.number.data) == ({}, 31)


@pytest.mark.parametrize("typed", ["2026-02-29", "2026-13-01", "0000-01-01", "tomorrow", "14/3/26"])
def test_a_day_that_does_not_exist_is_put_back_as_typed(typed: str) -> None:
    form = sent(day=typed)
    assert list(form.errors) == ["day"]
    assert f'value="{typed}"' in form.day()


def test_text_has_an_end() -> None:
    fits = sent(line="x" * LONGEST_LINE, short="xyz", text="x" * LONGEST_TEXT)
    assert fits.errors == {}
    too_long = sent(line="x" * (LONGEST_LINE + 1), short="xyzz", text="x" * (LONGEST_TEXT + 1))
    assert list(too_long.errors) == ["line", "short", "text"]
    assert too_long.errors["short"] == ["Keep it to 3 letters."]


@pytest.mark.parametrize(("sent", "is_taken"), [("", True), ("mild", True), (" ", False)])
def test_a_choice_may_stay_open_but_spaces_are_none_of_the_choices(
    sent: str, is_taken: bool
) -> None:
    class Question(Form):
        pain = RadioField(
            "Pain", choices={"mild": "Mild", "": "Not answered"}, validators=[MAY_STAY_OPEN]
        )

    assert Question(MultiDict({"pain": sent})).validate() is is_taken
