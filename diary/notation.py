"""How doses, spells, injections and lists are written in one line of text, and read back."""

import re
from collections.abc import Iterable
from datetime import time

from diary.clinical.day import Dose, Effect, Purpose, Spell
from diary.clinical.muscles import (
    Injection,
    InjectionPattern,
    Muscle,
    PatternError,
    Place,
    Side,
)

NO_DOSES = "none"
SEPARATOR = "; "

_EFFECTS = "|".join(Effect)
_DOSE = re.compile(
    r"(?P<named>[^=]*?)"
    r"(?:(?:^| )x(?P<count>[0-9]{1,3}))?"
    rf"(?: ?= ?(?P<effect>{_EFFECTS}))?"
    r"(?P<preventive>(?:^| )preventive)?"
)
_LIKE_A_COUNT = re.compile(r"(?:^| )[x×] ?[0-9]+$", re.IGNORECASE)
_NEEDS_A_COUNT = re.compile(r"(?:^| )(?:[x×] ?[0-9]+|preventive)$", re.IGNORECASE)
_SPELL = re.compile(
    r"(?P<starts>[0-9]{2}:[0-9]{2})-(?P<ends>[0-9]{2}:[0-9]{2})/(?P<minutes>[0-9]{1,4})"
)
_INJECTION = re.compile(
    rf"(?P<muscle>{'|'.join(Muscle)}) (?P<side>{'|'.join(Side)}) (?P<units>[0-9]{{1,3}})"
    r"(?:/(?P<sites>[0-9]{1,3}))?"
)
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


class NotationError(ValueError):
    """Text that does not follow the notation; the message says what to write."""


def shown(text: str) -> str:
    """A piece of somebody's text, short and on one line, for a message."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return f'"{line[:37]}…"' if len(line) > 40 else f'"{line}"'


def read_list(text: str) -> list[str]:
    """The parts between semicolons, without the blank ones."""
    return [part.strip() for part in text.split(";") if part.strip()]


def read_doses(text: str) -> tuple[Dose, ...] | None:
    """No dose for "none", None for a blank."""
    parts = read_list(text)
    if any(part.casefold() == NO_DOSES for part in parts):
        if parts != [NO_DOSES]:
            raise NotationError('Write "none", in small letters, or doses, not both.')
        return ()
    return tuple(read_dose(part) for part in parts) or None


def read_dose(text: str) -> Dose:
    """A dose such as "sumatriptan 50 mg x2 = helped preventive"; only the name is required."""
    found = _DOSE.fullmatch(" ".join(text.split()))
    if found is None:
        effects = ", ".join(f'"= {effect}"' for effect in Effect)
        raise NotationError(f"{shown(text)}: end a dose with one of {effects}, or nothing.")
    if found["count"] is None and _LIKE_A_COUNT.search(found["named"]):
        raise NotationError(f'{shown(text)}: write the number of doses after the name, as in "x2".')
    return Dose(
        name=found["named"],
        count=int(found["count"] or 1),
        effect=Effect(found["effect"]) if found["effect"] else None,
        purpose=Purpose.PREVENTIVE if found["preventive"] else Purpose.ACUTE,
    )


def write_doses(doses: Iterable[Dose] | None) -> str:
    """The text that read_doses() reads back as the same doses."""
    if doses is None:
        return ""
    return SEPARATOR.join(write_dose(dose) for dose in doses) or NO_DOSES


def write_dose(dose: Dose) -> str:
    """The text that read_dose() reads back as the same dose."""
    counted = dose.count > 1 or _NEEDS_A_COUNT.search(dose.named)
    count = f" x{dose.count}" if counted else ""
    effect = f" = {dose.effect}" if dose.effect else ""
    purpose = " preventive" if dose.purpose is Purpose.PREVENTIVE else ""
    return f"{dose.named}{count}{effect}{purpose}"


def read_spell(text: str) -> Spell:
    """A spell such as "22:00-24:00/120": from, to, elapsed minutes."""
    found = _SPELL.fullmatch(text)
    if found is None:
        raise NotationError(f'{shown(text)}: write a headache as in "22:00-24:00/120".')
    try:
        starts = time.fromisoformat(found["starts"])
        ends = time.fromisoformat(found["ends"].replace("24:00", "00:00"))
    except ValueError:
        raise NotationError(f"{shown(text)}: times run from 00:00 to 24:00.") from None
    return Spell(starts=starts, ends=ends, minutes=int(found["minutes"]))


def write_spell(spell: Spell) -> str:
    """The text that read_spell() reads back; the midnight that closes the day is 24:00."""
    ends = "24:00" if spell.ends == time(0) else f"{spell.ends:%H:%M}"
    return f"{spell.starts:%H:%M}-{ends}/{spell.minutes}"


def read_muscles(text: str) -> InjectionPattern | None:
    """What each muscle got, such as "temporalis left 20/4" for 20 units at 4 sites; None for a blank."""
    injections = tuple(_read_injection(part) for part in read_list(text))
    try:
        return InjectionPattern(injections) if injections else None
    except PatternError as error:
        raise NotationError(str(error)) from None


def write_muscles(pattern: InjectionPattern | None) -> str:
    """The text that read_muscles() reads back as the same pattern."""
    return SEPARATOR.join(_write_injection(injection) for injection in pattern or ())


def _read_injection(text: str) -> Injection:
    found = _INJECTION.fullmatch(" ".join(text.split()))
    if found is None:
        raise NotationError(f'{shown(text)}: write an injection as in "temporalis left 20/4".')
    try:
        return Injection(
            place=Place(Muscle(found["muscle"]), Side(found["side"])),
            units=int(found["units"]),
            sites=int(found["sites"]) if found["sites"] else None,
        )
    except PatternError as error:
        raise NotationError(str(error)) from None


def _write_injection(injection: Injection) -> str:
    place = injection.place
    sites = "" if injection.sites is None else f"/{injection.sites}"
    return f"{place.muscle} {place.side} {injection.units}{sites}"


def guarded(text: str) -> str:
    """Text that no spreadsheet runs as a formula: an apostrophe goes before =, +, -, @ and tab."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text before guarded()."""
    return text[1:] if _GUARDED.match(text) else text
