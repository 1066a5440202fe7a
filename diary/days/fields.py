"""Fields of a day: yes, no or unanswered; one of few words; plain whole numbers; kept text."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from wtforms import Field, FieldList, IntegerField, RadioField, SelectMultipleField
from wtforms.form import BaseForm
from wtforms.validators import Length, NumberRange, Optional, StopValidation, ValidationError
from wtforms.widgets import CheckboxInput

CHOOSE = "Choose one of the answers shown."
NUMBER = re.compile("[0-9]{1,6}")


class WordField(RadioField):
    """One of some words, or unanswered (None); `words` are the values and how they read."""

    def __init__(self, label: str, words: dict[Any, str], **options: Any) -> None:
        self.words = {"": None, **{str(word): word for word in words}}
        choices = {**{str(word): text for word, text in words.items()}, "": "not answered"}
        # `word` refuses what is not offered; asking each choice again would take as long.
        options |= {"invalid_value_message": CHOOSE, "validate_choice": False}
        super().__init__(label, choices=choices, coerce=self.word, **options)

    def word(self, value: Any) -> Any:
        """The word of this value; ValueError when it is not offered."""
        if value in self.words.values():
            return value
        if value not in self.words:
            raise ValueError(CHOOSE)
        return self.words[value]


class AnswerField(WordField):
    """Yes, no or unanswered; its value is True, False or None."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, {"yes": "Yes", "no": "No"}, **options)
        self.words |= {"yes": True, "no": False}


class WholeNumberField(IntegerField):
    """A whole number in plain digits, or unanswered (None)."""

    def __init__(self, label: str, *, least: int, most: int, **options: Any) -> None:
        message = f"Give a whole number from {least} to {most}."
        limits = [Optional(), NumberRange(least, most, message=message)]
        super().__init__(label, validators=limits, **options)
        self.message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read plain digits only: no sign, no point, no other alphabet."""
        text = valuelist[0].strip() if valuelist else ""
        if text and not NUMBER.fullmatch(text):
            raise ValueError(self.message)
        self.data = int(text) if text else None

    def pre_validate(self, _form: BaseForm) -> None:
        """Ask nothing more of what is not a number: the message would stand there twice."""
        if self.process_errors:
            raise StopValidation


class TagsField(SelectMultipleField):
    """Some of the offered words and any others; `;` and `,` part two."""

    option_widget = CheckboxInput()

    def __init__(self, label: str, *, most: int, longest: int, **options: Any) -> None:
        super().__init__(label, choices={}, validate_choice=False, **options)
        self.most, self.longest = most, longest

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take each word once, without the spaces around it."""
        parts = (part.strip() for text in valuelist for part in text.replace(";", ",").split(","))
        self.data = list(dict.fromkeys(part for part in parts if part))

    def offer(self, words: Iterable[str]) -> None:
        """Show these words, and those chosen already, to choose from."""
        every = dict.fromkeys((*words, *(self.data or ())))
        self.choices = {word: word for word in every}

    def pre_validate(self, _form: BaseForm) -> None:
        """Refuse more, or longer, words than a day can hold."""
        words = self.data or []
        if len(words) > self.most or any(len(word) > self.longest for word in words):
            raise ValidationError(
                f"Give at most {self.most}, each with at most {self.longest} letters."
            )


class RowsField(FieldList):  # type: ignore[type-arg]
    """Rows of a small form, numbered in plain digits."""

    def _extract_indices(self, prefix: str, formdata: Iterable[str]) -> Iterator[int]:
        for name in formdata:
            number = name.removeprefix(f"{prefix}-").split("-")[0]
            if name.startswith(f"{prefix}-") and NUMBER.fullmatch(number):
                yield int(number)


def at_most(longest: int) -> Length:
    """The validator of a text that must not grow longer."""
    return Length(max=longest, message=f"Shorten this to {longest} letters.")


def say(field: Field, message: str) -> None:
    """Put a message at a field after its validation."""
    field.errors = [*field.errors, message]
