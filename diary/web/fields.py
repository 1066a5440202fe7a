"""Form fields that several features ask with: a line of text, a whole number, a day."""

import re
from collections.abc import Sequence
from typing import Any

from wtforms import DateField, IntegerField, StringField, TextAreaField, widgets
from wtforms.form import BaseForm
from wtforms.validators import Length, Optional, StopValidation

WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
LONGEST_LINE = 100
LONGEST_TEXT = 5000
MAY_STAY_OPEN = Optional(strip_whitespace=False)
"""For a choice, which may be none; spaces are no choice, and Optional would let them through."""


def _trimmed(text: str | None) -> str | None:
    return (text or "").strip() or None


def _no_longer_than(letters: int) -> Length:
    return Length(max=letters, message=f"Keep it to {letters} letters.")


class LineField(StringField):
    """A line of text without spaces around it; None when left blank."""

    def __init__(
        self,
        label: str,
        validators: Sequence[Any] = (),
        longest: int = LONGEST_LINE,
        **options: Any,
    ) -> None:
        checks = [*validators, _no_longer_than(longest)]
        super().__init__(label, checks, filters=[_trimmed], **options)


class TextField(TextAreaField):
    """Lines of text; None when left blank."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, [_no_longer_than(LONGEST_TEXT)], filters=[_trimmed], **options)


class WholeNumberField(IntegerField):
    """A whole number in plain digits, typed on a phone's number keys."""

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
