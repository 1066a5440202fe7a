"""How much a day may newly hold: the same limits for every way in.

What a day held already stays, however much it is: it was taken under other limits once, and can
always be saved again.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from diary.clinical.day import ODD_COUNT, DiaryDay, DiaryDayError, Dose
from diary.clinical.text import folded, plain

LONGEST_LINE = 100
"""Letters of a name or another text on one line."""
LONGEST_TEXT = 10_000
"""Letters of a note, a line break being one."""
LONGEST_EVER = 131_072
"""Letters of the longest note that was stored before there was this limit: those of a file's cell."""
LONGEST_NAME = LONGEST_LINE
LONGEST_STRENGTH = 30
LONGEST_NAMED = LONGEST_NAME + 1 + LONGEST_STRENGTH
"""Letters of a medicine with its strength, as one line."""
MOST_AT_ONCE = 20
"""Units of one dose."""

MOST_TRIGGERS = 50
LONGEST_TRIGGER = LONGEST_LINE
MOST_SPELLS = 50

ASKED_BACK = "Did you mean: no medicine taken?"
ONLY_THE_NAME = (
    "Write only the name of the medicine: leave out how many, at what time and “preventive”."
)
NO_MEDICINE = {
    *("", "0", "none", "nothing", "nil", "no", "na", "null", "zero", "notapplicable"),
    *("nomedicine", "nomedicines", "nomedication", "nomeds", "notany", "notaken"),
}
"""What people write for no medicine, in small letters, without spaces and signs."""
_MEANING = ("L", "M", "N", "So")
"""The categories of letters that name something; the others are spaces and signs."""
_NUMBER = r"[0-9]+(?:[.,⁄][0-9]+)?"
_NOT_OF_A_NAME = re.compile(
    rf"[;=@]|(?:^|[\s0-9)]|mg|mcg|g|ml)[x×✕✖*]\s?[-+.,]?[0-9]|\s[x×✕✖]$"
    rf"|(?:^|\s){_NUMBER}\s?[x×✕✖](?=\s|$)|[0-9]⁄[0-9]"
    r"|(?:^|\s)(?:1/2|[13]/4)(?=\s|$)|(?:^|\s)preventive$",
    re.IGNORECASE,
)
"""The number of doses, their time, their purpose or a sign of the notation within a name."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How much of one answer a day may newly hold."""

    field: str
    most: int
    of: Callable[[DiaryDay], int]
    message: str


LIMITS = (
    Limit(
        "note",
        LONGEST_TEXT,
        lambda day: len(day.note or ""),
        f"Shorten this to {LONGEST_TEXT:,} letters.",
    ),
    Limit(
        "triggers",
        MOST_TRIGGERS,
        lambda day: len(day.triggers),
        f"Give at most {MOST_TRIGGERS}.",
    ),
    Limit(
        "triggers",
        LONGEST_TRIGGER,
        lambda day: max(map(len, day.triggers), default=0),
        f"Shorten each to {LONGEST_TRIGGER} letters.",
    ),
    Limit(
        "spells",
        MOST_SPELLS,
        lambda day: len(day.spells),
        f"A day holds {MOST_SPELLS} headaches at most.",
    ),
    Limit(
        "spells",
        0,
        lambda day: max((spell.surplus for spell in day.spells), default=0),
        "A headache has more minutes than lie between its start and its end. Check its times.",
    ),
)


class NoMedicineError(DiaryDayError):
    """A word for no medicine where the name of one was asked for."""


def refuse_beyond_limits(day: DiaryDay, before: DiaryDay | None = None) -> None:
    """Raise DiaryDayError for what is new in a day, compared with what it was, and too much."""
    for limit in LIMITS:
        if limit.of(day) > max(limit.most, limit.of(before) if before else 0):
            raise DiaryDayError(limit.field, limit.message)
    for dose in day.doses or ():
        refuse_new_dose(dose, before)


def refuse_new_dose(dose: Dose, before: DiaryDay | None) -> None:
    """Raise DiaryDayError unless a dose can be newly written, or the day held as much of it."""
    known = (one.count for one in (before and before.doses) or () if one.named == dose.named)
    if dose.count > max(known, default=0):
        refuse_dose(dose)


def refuse_dose(dose: Dose) -> None:
    """Raise DiaryDayError for a dose that cannot be newly written."""
    if len(dose.name) > LONGEST_NAME:
        raise DiaryDayError("medicines", f"Shorten the name to {LONGEST_NAME} letters.")
    if len(dose.strength or "") > LONGEST_STRENGTH:
        raise DiaryDayError("medicines", f"Shorten the strength to {LONGEST_STRENGTH} letters.")
    if dose.count > MOST_AT_ONCE:
        raise DiaryDayError("medicines", ODD_COUNT)
    if is_no_medicine(dose.named):
        raise NoMedicineError("medicines", ASKED_BACK)
    if _NOT_OF_A_NAME.search(plain(dose.named)):
        raise DiaryDayError("medicines", ONLY_THE_NAME)


def can_be_written(dose: Dose) -> bool:
    """Whether a dose can be newly written, and so be offered."""
    try:
        refuse_dose(dose)
    except DiaryDayError:
        return False
    return True


def is_no_medicine(name: str) -> bool:
    """Whether a name says that nothing was taken, as in "n/a" or "-"."""
    letters = (each for each in folded(name) if unicodedata.category(each).startswith(_MEANING))
    return "".join(letters) in NO_MEDICINE
