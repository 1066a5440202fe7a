"""No form takes a text that shows nothing for an answer."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form, HiddenField, PasswordField, StringField
from wtforms.fields.core import UnboundField

from diary.web.forms import BoundedForm, LongSelect
from tests.structure.project import ROOT, files

NOTHING = (
    "\u200b",
    "\u2800",
    "\u3164\uffa0",
    "\u0301\u0302",
    "\ufeff\xad",
    "\U000e0041",
    "\u202e",
    "\u2028 \xa0",
)
READ_BY_THEIR_VALUE = {
    *("days.dose_form.DoseForm.name", "days.forms.DayForm.note", "days.forms.DayForm.dose"),
    *("days.queue.forms.QueuedDayForm.note", "days.queue.forms.QueuedDayForm.dose"),
    *("days.taps.DoseForm.dose", "sharing.links.opening.forms.TokenForm.code"),
}
"""Dose, DiaryDay and the token of a link look at these, whichever way they come in."""
FORMS = ("forms", "taps", "dose_form")
"""The names of the files in which forms are."""
NOT_TYPED = {"client_id", "mine"}


def text_fields() -> Iterator[tuple[str, UnboundField]]:  # type: ignore[type-arg]
    """The fields of all forms that take a text, by where they are."""
    for path in files(".py"):
        if path.is_relative_to(ROOT / "diary") and path.stem in FORMS:
            module = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
            for form in vars(import_module(module)).values():
                if isinstance(form, type) and issubclass(form, BoundedForm):
                    yield from fields_of(form)


def fields_of(form: type[BoundedForm]) -> Iterator[tuple[str, UnboundField]]:  # type: ignore[type-arg]
    """The same of one form."""
    place = f"{form.__module__.removeprefix('diary.')}.{form.__name__}"
    for name in dir(form):
        field = getattr(form, name)
        if isinstance(field, UnboundField) and is_typed(field) and name not in NOT_TYPED:
            yield f"{place}.{name}", field


def is_typed(field: UnboundField) -> bool:  # type: ignore[type-arg]
    """Whether it is text that a person types and others may read."""
    is_text = issubclass(field.field_class, StringField)
    is_secret = issubclass(field.field_class, PasswordField | HiddenField)
    return is_text and not is_secret and not isinstance(field.kwargs.get("widget"), LongSelect)


FIELDS = {place: field for place, field in text_fields() if place not in READ_BY_THEIR_VALUE}


def test_every_feature_asks_for_text() -> None:
    assert len(FIELDS) > 15


@pytest.mark.parametrize("place", FIELDS)
def test_a_text_that_shows_nothing_is_no_answer(place: str) -> None:
    for nothing in NOTHING:
        field = FIELDS[place].bind(form=Form(), name="asked")
        field.process(MultiDict({"asked": nothing}))
        assert not field.data, f"{nothing!r}"
