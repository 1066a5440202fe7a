"""Where the form of a day says what it refuses."""

from typing import Any

from wtforms import Field

from diary.clinical.day import DiaryDayError
from diary.clinical.limits import NoMedicineError
from diary.days.fields import say
from diary.web.forms import StrictForm

ONLY_WITH_HEADACHE = ("severity", "pain", "minutes")
"""The answers that a day without headache cannot have."""
BUTTONS = ("dose", "without", "revision")
"""The fields that nobody types into."""
AT_FIELD = {
    "spells": "minutes",
    "date": "headache",
    "dose": "medicines",
    "without": "medicines",
    "revision": "headache",
}
"""Where a message about something is shown that has no field of its own."""


class RefusingForm(StrictForm):
    """A form of a day in which every refusal stands at the field that it is about."""

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every field; what is wrong with a button stands where it would have added."""
        valid = super().validate(extra_validators)
        for name in BUTTONS:
            _move(self[name], self[AT_FIELD[name]])
        rows: Any = self["medicines"]
        for row in rows:
            _move(row.form["at"], row.form["name"])
        return valid

    asks_back = False
    """Whether a word for no medicine was typed as the name of one."""

    def refuse(self, error: DiaryDayError) -> None:
        """Show why the day cannot be like this at the field it is about."""
        message = str(error)
        self.asks_back = isinstance(error, NoMedicineError)
        if error.field in ONLY_WITH_HEADACHE and self["headache"].data is False:
            message += " Take it back, or answer yes to headache."
        say(self._place(AT_FIELD.get(error.field, error.field)), message)

    def _place(self, name: str) -> Field:
        """The field of this name, which may stand in a row of medicines."""
        rows: Any = self["medicines"]
        in_rows = {field.name: field for row in rows for field in row.form}
        found: Field = in_rows.get(name) or self[name]
        return found


def _move(unseen: Field, place: Field) -> None:
    """Say at a place what is wrong with a field that nobody sees."""
    for message in unseen.errors:
        say(place, str(message))
    unseen.errors = []
