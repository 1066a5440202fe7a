"""One set of limits: what a form takes of a text, its column holds and its value bounds."""

from typing import Any

import pytest
from sqlalchemy import String, Text
from wtforms import Form, StringField, TextAreaField
from wtforms.validators import Length

import diary.app  # noqa: F401
from diary.botox.forms import SessionForm
from diary.botox.models import RecordedSession
from diary.botox.side_effects.forms import ChangeForm
from diary.botox.side_effects.models import RecordedSideEffect
from diary.clinical.limits import LONGEST_TEXT
from diary.days.queue.forms import QueuedForm
from diary.events.forms import EventForm
from diary.events.models import RecordedEvent
from diary.importers.cells import read_line, read_text
from diary.importers.table import Row
from diary.medicines.forms import OwnMedicineForm
from diary.medicines.models import OwnMedicine
from diary.medicines.preventives.forms import PreventiveForm
from diary.medicines.preventives.models import RecordedPreventive
from diary.notation import NotationError
from diary.sharing.codes.forms import ClinicForm
from diary.sharing.codes.models import ClinicCode
from diary.web.fields import LineField, TextField
from diary.web.forms import StrictForm

STORED: list[tuple[type[Form], Any]] = [
    (SessionForm, RecordedSession),
    (ChangeForm, RecordedSideEffect),
    (EventForm, RecordedEvent),
    (PreventiveForm, RecordedPreventive),
    (OwnMedicineForm, OwnMedicine),
    (ClinicForm, ClinicCode),
]
BOUND_BY_THEIR_VALUE = {
    "DayForm.note": "diary.clinical.limits",
    "DoseForm.name": "diary.clinical.limits",
    **dict.fromkeys(("SignUpForm.name", "AccountForm.name"), "people.check_name"),
    **dict.fromkeys(("SignUpForm.email", "SignInForm.email"), "people.check_email"),
    **dict.fromkeys(("SignUpForm.time_zone", "AccountForm.time_zone"), "a time zone there is"),
    "AccountForm.country": "a country there is",
    "InvitationForm.email": "people.check_email",
    "InvitationForm.code": "a code that was given",
    "TokenForm.code": "a code that was given",
    "PinForm.pin": "its digits",
    "ChoiceForm.client_id": "a name that was given",
}


def every_form() -> set[type[Form]]:
    """Every form that a browser sends, and the rows inside them."""
    found: set[type[Form]] = set()
    more: list[type[Form]] = [Form]
    while more:
        found |= set(these := more.pop().__subclasses__())
        more += these
    ours = {form for form in found if form.__module__.startswith("diary.")}
    return {form for form in ours if not issubclass(form, QueuedForm)} - {StrictForm}


def texts_of(form: type[Form]) -> dict[str, Any]:
    """The fields of a form that take any text, as they were declared."""
    declared = {name: getattr(form, name) for name in dir(form)}
    return {
        name: field
        for name, field in declared.items()
        if isinstance(getattr(field, "field_class", None), type)
        and issubclass(field.field_class, StringField | TextAreaField)
        and field.field_class.__module__.split(".")[0] in ("diary", "wtforms")
        and "Password" not in field.field_class.__name__
        and "Hidden" not in field.field_class.__name__
        and "Integer" not in field.field_class.__name__
    }


def limit_of(unbound: Any) -> int | None:
    """The most letters that a declared field takes; None where it says nothing."""
    field = unbound.bind(form=Form(), name="text")
    limits = [check.max for check in field.validators if isinstance(check, Length)]
    return min(limits) if limits else None


def test_every_text_of_a_form_has_a_limit() -> None:
    unbound = {
        f"{form.__name__}.{name}"
        for form in every_form()
        for name, field in texts_of(form).items()
        if limit_of(field) is None
    }
    assert unbound - BOUND_BY_THEIR_VALUE.keys() == set()


@pytest.mark.parametrize(("form", "table"), STORED)
def test_a_form_takes_what_its_column_holds(form: type[Form], table: Any) -> None:
    columns = {name: table.__table__.columns.get(name) for name in texts_of(form)}
    kept = {name: column.type for name, column in columns.items() if column is not None}
    assert kept
    for name, kind in kept.items():
        limit = limit_of(getattr(form, name))
        assert isinstance(kind, String)
        assert limit == (LONGEST_TEXT if isinstance(kind, Text) else kind.length), name


def test_a_file_holds_what_a_form_takes() -> None:
    for field, read in ((LineField, read_line), (TextField, read_text)):
        letters = "x" * (limit_of(field("Field")) or 0)
        assert read(Row(2, ["cell"], [letters]), "cell") == letters
        with pytest.raises(NotationError):
            read(Row(2, ["cell"], [letters + "x"]), "cell")
