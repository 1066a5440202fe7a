"""What a phone may send: the names and types of each kind of item, checked before anything else."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

import diary.clinical.day as clinical
from diary.clinical.day import FIRST_DATE, LAST_DATE, DiaryDay, DiaryDayError, Effect, Severity
from diary.clinical.limits import LONGEST_NAMED, LONGEST_TEXT
from diary.days.document import from_document, read_named
from diary.days.dose_document import dose_from_document
from diary.days.dose_form import dose_of
from diary.days.fields import typed_count

FORMATS = (1, 2)
"""The formats that a phone may still hold."""
MOST_FIELDS = 1000
LARGEST_REVISION = 999_999
NO_HEADACHE = "none"
TWICE = 2
"""Texts may be this much longer than what is kept of them: line breaks and spaces go."""

# No keyboard types the first; the second is what a script writes for a missing value.
WHOLE = r"\A(?!\s*(?:undefined|null|NaN|\[object Object\])\s*\Z)[^\x00\ud800-\udfff]*\Z"
ID = r"\A[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\Z"

Id = Annotated[str, Meta(pattern=ID)]
Name = Annotated[str, Meta(pattern=WHOLE, max_length=TWICE * LONGEST_NAMED)]
Text = Annotated[str, Meta(pattern=WHOLE, max_length=TWICE * LONGEST_TEXT)]
Number = Annotated[int, Meta(ge=0, le=LARGEST_REVISION)]
Answer = bool | UnsetType | None


class Taken(Struct, forbid_unknown_fields=True, kw_only=True):
    """A dose; what is left out stays as it was of the same medicine."""

    name: Name
    strength: Name | UnsetType | None = UNSET
    count: float | Name | UnsetType = UNSET
    time: Name | UnsetType | None = UNSET
    helped: bool | Name | UnsetType | None = UNSET
    purpose: Name | UnsetType = UNSET


class Part(Struct, forbid_unknown_fields=True, kw_only=True):
    """A headache's times on the day."""

    starts: Name
    ends: Name
    minutes: Number


class Answers(Struct, forbid_unknown_fields=True, kw_only=True):
    """Answers of a day under the names of its document: null is "not answered", left out untouched."""

    headache: Answer = UNSET
    severity: Name | UnsetType | None = UNSET
    pain: Number | Name | UnsetType | None = UNSET
    minutes: Number | Name | UnsetType | None = UNSET
    one_sided: Answer = UNSET
    pulsating: Answer = UNSET
    worse_with_activity: Answer = UNSET
    nausea: Answer = UNSET
    vomiting: Answer = UNSET
    light: Answer = UNSET
    sound: Answer = UNSET
    aura: Answer = UNSET
    believed_migraine: Answer = UNSET
    cluster_signs: Answer = UNSET
    menstruation: Answer = UNSET
    aura_characteristics: Annotated[list[Name], Meta(max_length=20)] | UnsetType | None = UNSET
    location: Annotated[list[Name], Meta(max_length=20)] | UnsetType | None = UNSET
    medicines: Annotated[list[Taken], Meta(max_length=200)] | UnsetType | None = UNSET
    impact: Name | UnsetType | None = UNSET
    triggers: Annotated[list[Name], Meta(max_length=100)] | UnsetType | None = UNSET
    note: Text | UnsetType | None = UNSET
    spells: Annotated[list[Part], Meta(max_length=100)] | UnsetType | None = UNSET


class Document(Answers):
    """A whole day."""

    date: Name | UnsetType = UNSET
    recorded_at: Name | UnsetType | None = UNSET


class Item(Struct, tag_field="kind", forbid_unknown_fields=True, kw_only=True):
    """What every item says; each kind brings its own, which `content` reads."""

    format: Literal[1, 2]
    client_id: Id
    account: Name
    date: dt.date
    base_revision: Number | None
    after: Id | None = None
    at: Annotated[dt.datetime, Meta(tz=True)]
    sure: bool = False

    def content(self) -> dict[str, Any]:
        """Its own words as values. Raises DiaryDayError, or ValueError for what is no value."""
        return {}


class Put(Item, tag="put"):
    """A whole day."""

    day: Document

    def content(self) -> dict[str, Any]:
        """The day, which is the item's."""
        document = msgspec.to_builtins(self.day)
        if document.get("date") != self.date.isoformat():
            raise DiaryDayError("date", "This entry names two different days.")
        return {"day": read_day(document), "keeps_spells": "spells" not in document}


class Told(Item, tag="answers"):
    """The answers of a day that were touched."""

    format: Literal[2]
    answers: Answers

    def content(self) -> dict[str, Any]:
        """Each answer under its name in the document of a day."""
        answers = msgspec.to_builtins(self.answers)
        if not answers:
            raise DiaryDayError("answers", "This entry holds no answer.")
        return {"answers": answers}


class OfFields(Item):
    """A form as it would have been sent."""

    fields: Annotated[list[tuple[Name, Text]], Meta(max_length=MOST_FIELDS)]

    def content(self) -> dict[str, Any]:
        """Its fields in order."""
        return {"fields": self.fields}


class Form(OfFields, tag="form"):
    """The form of a day."""


class Headache(OfFields, tag="headache"):
    """The form of a headache with its start and end."""


class Remove(Item, tag="remove"):
    """The day becomes unrecorded."""


class Severe(Item, tag="severity"):
    """One tap on a severity."""

    severity: Literal["none", "mild", "moderate", "severe"]

    def content(self) -> dict[str, Any]:
        """The severity; None for no headache."""
        return {"severity": None if self.severity == NO_HEADACHE else Severity(self.severity)}


class Dose(Item, tag="dose"):
    """One tap on a medicine."""

    dose: Name | Taken

    def content(self) -> dict[str, Any]:
        """The dose that the button stands for, or that was filled in."""
        if isinstance(self.dose, str):
            return {"dose": dose_of(self.dose)}
        return {"dose": read_named("dose", _taken, msgspec.to_builtins(self.dose))}


class Rating(Item, tag="effect"):
    """One tap on whether a dose helped."""

    base_revision: Number
    index: Number
    effect: Effect

    def content(self) -> dict[str, Any]:
        """The dose's place in the day, and its effect."""
        return {"index": self.index, "effect": self.effect}


class LikeLastTime(Item, tag="like_last_time"):
    """One tap for a headache like the last one."""


class Clear(Item, tag="clear"):
    """No headache, where nothing is recorded."""


class Started(Item, tag="headache_started"):
    """A headache starts."""


class Ended(Item, tag="headache_ended"):
    """The headache that goes on is over."""


class Undo(Item, tag="undo"):
    """What was saved last is taken back."""

    change: Name

    def content(self) -> dict[str, Any]:
        """The name of the change."""
        return {"change": self.change}


ANY_ITEM = (
    Put | Told | Form | Headache | Remove | Severe | Dose | Rating
    | LikeLastTime | Clear | Started | Ended | Undo
)  # fmt: skip

NAMED = re.compile(r"(missing required|unknown) field `(.*?)`")
PATH = re.compile(r" - at `\$(.*)`\Z")
STEP = re.compile(r"\.?([^.\[\]]+)")
HOLDERS = {"answers", "day"}
"""What holds answers: a fault in them is one of the answer."""
SAID = {"missing required": "This is missing.", "unknown": "This name is not part of an entry."}
ODD = "This cannot be read. Check its value."


def _taken(document: Mapping[str, Any]) -> clinical.Dose:
    return dose_from_document(counted(document))


def counted(dose: Mapping[str, Any]) -> dict[str, Any]:
    """A dose with its count as a number, as somebody typed it. Raises DiaryDayError."""
    if not isinstance(dose.get("count"), str):
        return {**dose}
    try:
        return {**dose, "count": typed_count(dose["count"])}
    except ValueError as error:
        raise DiaryDayError("medicines", str(error)) from None


def read_day(document: Mapping[str, Any]) -> DiaryDay:
    """The day of a document from a browser. Raises DiaryDayError."""
    return from_document(document)


def read_item(told: Mapping[str, Any]) -> Item:
    """The item, its names and types checked. Raises DiaryDayError at the name at fault."""
    try:
        item: Item = msgspec.convert(told, type=ANY_ITEM)
    except msgspec.ValidationError as error:
        raise _fault(str(error)) from None
    if not FIRST_DATE <= item.date <= LAST_DATE:
        raise DiaryDayError("date", f"Dates run from {FIRST_DATE} to {LAST_DATE}.")
    if not FIRST_DATE.year <= item.at.year <= LAST_DATE.year:
        raise DiaryDayError("at", "Check the clock of the phone.")
    return item


def _fault(text: str) -> DiaryDayError:
    """Where it is and what to do, from the words of msgspec."""
    named, path = NAMED.search(text), PATH.search(text)
    steps = STEP.findall(path[1]) if path else []
    inside = [step for step in steps if step not in HOLDERS]
    field = (inside or ([named[2]] if named else steps) or ["items"])[0]
    return DiaryDayError(field, SAID[named[1]] if named and not inside else ODD)
