"""How doses are written in one line of text, and read back."""

import re
from collections.abc import Iterable
from datetime import time

from diary.clinical.day import ODD_COUNT, DiaryDayError, Dose, Effect, Purpose
from diary.clinical.limits import NoMedicineError, refuse_dose
from diary.notation import SEPARATOR, NotationError, read_list, shown

NO_DOSES = "none"
AS_IN = 'Write it as in "sumatriptan 50 mg x0.5 @20:48 = helped".'
LONGEST_DOSE = 200
"""Letters of a dose in this notation."""

_EFFECTS = "|".join(Effect)
_DOSE = re.compile(
    r"(?P<named>[^=]*?)"
    r"(?:(?:^| )x(?P<count>[0-9][^ =@]*))?"
    r"(?:(?:^| )@(?P<at>[^ =]*))?"
    rf"(?: ?= ?(?P<effect>{_EFFECTS}))?"
    r"(?P<preventive>(?:^| )preventive)?"
)
_COUNT = re.compile(r"(?P<whole>[0-9]{1,3})(?:[.,](?P<part>[0-9]{1,2}))?")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def read_doses(text: str) -> tuple[Dose, ...] | None:
    """No dose for "none", None for a blank."""
    parts = read_list(text)
    if any(part.casefold() == NO_DOSES for part in parts):
        if parts != [NO_DOSES]:
            raise NotationError('Write "none", in small letters, or doses, not both.')
        return ()
    return tuple(read_dose(part) for part in parts) or None


def read_dose(text: str) -> Dose:
    """A dose such as "sumatriptan 50 mg x0.5 @20:48 = helped preventive".

    Only the name is required; nothing of the rest becomes part of it. Raises NotationError.
    """
    if len(text) > LONGEST_DOSE:
        raise NotationError(f"{shown(text)}: keep a dose to {LONGEST_DOSE} letters.")
    found = _DOSE.fullmatch(" ".join(text.split()))
    if found is None:
        effects = ", ".join(f'"= {effect}"' for effect in Effect)
        raise NotationError(f"{shown(text)}: end a dose with one of {effects}, or nothing.")
    try:
        dose = Dose(
            name=found["named"],
            count=read_count(found["count"] or "1"),
            at=None if found["at"] is None else read_clock(found["at"]),
            effect=Effect(found["effect"]) if found["effect"] else None,
            purpose=Purpose.PREVENTIVE if found["preventive"] else Purpose.ACUTE,
        )
        refuse_dose(dose)
    except NoMedicineError:
        raise NotationError(f'{shown(text)}: write "none" alone if nothing was taken.') from None
    except DiaryDayError as error:
        raise NotationError(f"{shown(text)}: {error} {AS_IN}") from None
    return dose


def read_count(text: str) -> float:
    """The number of doses of "2", "0.5" or "0,5". Raises DiaryDayError."""
    found = _COUNT.fullmatch(text)
    if found is None:
        raise DiaryDayError("medicines", ODD_COUNT)
    return float(f"{found['whole']}.{found['part'] or 0}")


def read_clock(text: str) -> time:
    """The time of HH:MM. Raises DiaryDayError."""
    if not _CLOCK.fullmatch(text):
        raise DiaryDayError("medicines", "Give the time from 00:00 to 23:59, with four digits.")
    return time.fromisoformat(text)


def write_doses(doses: Iterable[Dose] | None) -> str:
    """The text that read_doses() reads back as the same doses."""
    if doses is None:
        return ""
    return SEPARATOR.join(write_dose(dose) for dose in doses) or NO_DOSES


def write_dose(dose: Dose) -> str:
    """The text that read_dose() reads back as the same dose."""
    count = f" x{dose.count}" if dose.count != 1 else ""
    at = "" if dose.at is None else f" @{dose.at:%H:%M}"
    effect = f" = {dose.effect}" if dose.effect else ""
    purpose = " preventive" if dose.purpose is Purpose.PREVENTIVE else ""
    return f"{dose.named}{count}{at}{effect}{purpose}"
