"""What a patient writes about something that changed beside the treatment."""

from datetime import date
from typing import cast

from wtforms import RadioField
from wtforms.validators import InputRequired, Optional, ValidationError

from diary.accounts.clock import last_day_of
from diary.accounts.gate import current_patient
from diary.clinical.day import FIRST_DATE
from diary.events.event import KIND_WORDS, Event, EventKind
from diary.events.models import LONGEST_TEXT
from diary.web.fields import DayField, LineField
from diary.web.forms import StrictForm


class EventForm(StrictForm):
    """Say what changed, and when."""

    kind = RadioField(
        "What was it?",
        [InputRequired("Choose what it was.")],
        choices={kind.value: words for kind, words in KIND_WORDS.items()},
    )
    first = DayField("When, or from when", [InputRequired("Give the day, or the first day.")])
    last = DayField("Until when", [Optional()], description="Leave this blank for a single day.")
    text = LineField("In a few words", longest=LONGEST_TEXT, description="Such as flu, or new job.")

    def validate_first(self, field: DayField) -> None:
        """Refuse a day before there was a diary to write, or one still to come."""
        _check_past(field)

    def validate_last(self, field: DayField) -> None:
        """Refuse an end that cannot be."""
        _check_past(field)
        if field.data and self.first.data and field.data < self.first.data:
            raise ValidationError("Give a last day that is not before the first.")

    def event(self) -> Event:
        """Return what was written."""
        return Event(
            kind=EventKind(self.kind.data),
            first=cast(date, self.first.data),
            last=self.last.data,
            text=self.text.data,
        )


def _check_past(field: DayField) -> None:
    day: date | None = field.data
    if day and not FIRST_DATE <= day <= last_day_of(current_patient()):
        raise ValidationError("Give a date up to today.")
