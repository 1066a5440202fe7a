"""Fields of a day: yes, no or unanswered; one of few words; plain whole numbers; kept text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wtforms import Field, FieldList, IntegerField, RadioField, SelectMultipleField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import Length, NumberRange, Optional, StopValidation
from wtforms.widgets import CheckboxInput, TextInput

from diary.clinical.day import MOST_UNITS, ODD_COUNT, QUARTERS, DiaryDayError
from diary.clinical.limits import LONGEST_EVER
from diary.clinical.text import cleaned_line, plain_digits
from diary.dose_notation import read_count

CHOOSE = "Choose one of the answers shown."
NUMBER = re.compile(r"\d{1,6}")
LONGEST_COUNT = 20
PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
WRITTEN_PARTS = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
COUNT = re.compile(r"(?P<number>[0-9.,]+)|(?P<whole>[0-9]{0,3}) ?(?P<part>[½¼¾])")
PARTING = re.compile("[;,،؛、，；]")
OTHER_SIGNS = str.maketrans("٫，．⁄∕／", ",,.///")


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


class WordsField(SelectMultipleField):
    """Any of some words; `words` are the values and how they read."""

    option_widget = CheckboxInput()

    def __init__(self, label: str, words: dict[Any, str], **options: Any) -> None:
        super().__init__(label, choices={str(word): words[word] for word in words}, **options)


class AnswerField(WordField):
    """Yes, no or unanswered; its value is True, False or None."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, {"yes": "Yes", "no": "No"}, **options)
        self.words |= {"yes": True, "no": False}


class WholeNumberField(IntegerField):
    """A whole number in the digits of any script, or unanswered (None)."""

    def __init__(self, label: str, *, least: int, most: int, **options: Any) -> None:
        message = f"Give a whole number from {least} to {most}."
        limits = [Optional(), NumberRange(least, most, message=message)]
        super().__init__(label, validators=limits, **options)
        self.message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read digits only: no sign, no point."""
        text = valuelist[0].strip() if valuelist else ""
        if text and not NUMBER.fullmatch(text):
            raise ValueError(self.message)
        self.data = int(text) if text else None

    def pre_validate(self, _form: BaseForm) -> None:
        """Ask nothing more of what is not a number: the message would stand there twice."""
        if self.process_errors:
            raise StopValidation


class CountField(Field):
    """A number of doses as people write it: 2, 0.5, 0,5, ½ or 1½; unanswered is None."""

    widget = TextInput()

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number; 0 stands for a medicine that was not taken."""
        text = (valuelist[0] if valuelist else "").strip()
        self.data = typed_count(text) if text else None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(self.data)


class NoteField(TextAreaField):
    """The note of a day; how long it may be depends on what the day held."""

    most_letters = LONGEST_EVER


class TagsField(SelectMultipleField):
    """Some of the offered words and any others."""

    option_widget = CheckboxInput()

    def __init__(self, label: str, *, most_letters: int, **options: Any) -> None:
        super().__init__(label, choices={}, validate_choice=False, **options)
        self.most_letters = most_letters

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was ticked or typed, each once, without what shows nothing."""
        self.data = list(dict.fromkeys(filter(None, map(cleaned_line, valuelist))))

    def offer(self, words: Iterable[str]) -> None:
        """Show these words, and those chosen already, to choose from."""
        every = dict.fromkeys((*words, *(self.data or ())))
        self.choices = {word: word for word in every}


class RowsField(FieldList):  # type: ignore[type-arg]
    """Rows of a small form, numbered in digits."""

    def _extract_indices(self, prefix: str, formdata: Iterable[str]) -> Iterator[int]:
        for name in formdata:
            number = name.removeprefix(f"{prefix}-").split("-")[0]
            if name.startswith(f"{prefix}-") and NUMBER.fullmatch(number):
                yield int(number)


def ticked_and_typed(given: Sequence[str], stored: Sequence[str]) -> tuple[str, ...]:
    """The stored words that were ticked, in their order, and after them what is new.

    In what is new a comma or semicolon of any keyboard parts two; a stored word stays as it is.
    """
    new = (part for text in given if text not in stored for part in PARTING.split(text))
    return (*(word for word in stored if word in given), *filter(None, new))


def typed_count(text: str) -> float:
    """The number of doses somebody typed, on whatever keyboard. Raises ValueError."""
    if len(text) > LONGEST_COUNT:
        raise ValueError(ODD_COUNT)
    plain = plain_digits(text).translate(OTHER_SIGNS)
    plain = re.sub(r"(?<![0-9])[13]/[24]$", _part, plain)
    found = COUNT.fullmatch(plain)
    try:
        whole = read_count((found and (found["number"] or found["whole"])) or "0")
    except DiaryDayError as error:
        raise ValueError(str(error)) from None
    count = whole + PARTS.get((found and found["part"]) or "", 0)
    if found is None or count > MOST_UNITS or count * QUARTERS % 1:
        raise ValueError(ODD_COUNT)
    return count


def _part(found: re.Match[str]) -> str:
    return WRITTEN_PARTS.get(found[0], found[0])


def at_most(longest: int) -> Length:
    """The validator of a text that must not grow longer."""
    return Length(max=longest, message=f"Shorten this to {longest} letters.")


def say(field: Field, message: str) -> None:
    """Put a message at a field after its validation."""
    field.errors = [*field.errors, message]
