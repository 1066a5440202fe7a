"""Form fields that several features ask with: a line of text, a whole number, a day."""

import re
from collections.abc import Sequence
from typing import Any

from wtforms import DateField, Field, IntegerField, StringField, TextAreaField, widgets
from wtforms.form import BaseForm
from wtforms.validators import Length, Optional, StopValidation, ValidationError

from diary.clinical.limits import LONGEST_EVER, LONGEST_LINE, LONGEST_TEXT
from diary.clinical.text import cleaned, cleaned_line

WHOLE_NUMBER = re.compile(r"\d{1,9}")
MAY_STAY_OPEN = Optional(strip_whitespace=False)
"""For a choice, which may be none; spaces are no choice, and Optional would let them through."""


def _line(text: str | None) -> str | None:
    return cleaned_line(text or "") or None


def _lines(text: str | None) -> str | None:
    return cleaned(text or "") or None


class AtMost(Length):
    """Refuses a text of more letters; one that was stored longer may stay as long."""

    def __init__(self, letters: int) -> None:
        super().__init__(max=letters)

    def __call__(self, _form: BaseForm, field: Field) -> None:
        """Compare the text with the limit, and with the one that the form was filled with."""
        stored = field.object_data if isinstance(field.object_data, str) else ""
        if len(field.data or "") > max(self.max, len(stored)):
            raise ValidationError(f"Keep it to {self.max:,} letters.")


class LineField(StringField):
    """A line of text, cleaned; None when left blank, or when nothing of it shows."""

    def __init__(
        self,
        label: str,
        validators: Sequence[Any] = (),
        longest: int = LONGEST_LINE,
        **options: Any,
    ) -> None:
        checks = [*validators, AtMost(longest)]
        super().__init__(label, checks, filters=[_line], **options)


class TextField(TextAreaField):
    """Lines of text, cleaned; None when left blank, or when nothing of it shows."""

    most_letters = LONGEST_EVER

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, [AtMost(LONGEST_TEXT)], filters=[_lines], **options)


class WholeNumberField(IntegerField):
    """A whole number, typed on a phone's number keys in the digits of any script."""

    widget = widgets.TextInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the digits; anything else is put back as typed."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = int(typed) if WHOLE_NUMBER.fullmatch(typed) else None
        if typed and self.data is None:
            raise ValueError("Write a whole number in digits, such as 31.")

    def pre_validate(self, _form: BaseForm) -> None:
        """Ask nothing more of what is not a number."""
        if self.process_errors:
            raise StopValidation


class DayField(DateField):
    """A day of the calendar."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the day; anything else is put back as typed."""
        try:
            super().process_formdata([typed.strip() for typed in valuelist])
        except ValueError:
            message = "Give a date that exists, written as in 2026-03-14."
            raise ValueError(message) from None
