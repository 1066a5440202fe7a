"""How spells, injections and lists are written in one line of text, and read back."""

import re
from datetime import time
from unicodedata import normalize

from diary.clinical.day import Spell
from diary.clinical.muscles import (
    Injection,
    InjectionPattern,
    Muscle,
    PatternError,
    Place,
    Side,
)

SEPARATOR = "; "

_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_SPELL = re.compile(rf"(?P<starts>{_CLOCK})-(?P<ends>{_CLOCK}|24:00)/(?P<minutes>[0-9]{{1,4}})")
_INJECTION = re.compile(
    rf"(?P<muscle>{'|'.join(Muscle)}) (?P<side>{'|'.join(Side)}) (?P<units>[0-9]{{1,3}})"
    r"(?:/(?P<sites>[0-9]{1,3}))?"
)
_STARTS_A_FORMULA = frozenset("=+-@\t\r\n")


class NotationError(ValueError):
    """Text that does not follow the notation; the message says what to write."""


def shown(text: str) -> str:
    """A piece of somebody's text, short and on one line, for a message."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return f'"{line[:37]}…"' if len(line) > 40 else f'"{line}"'


def read_list(text: str) -> list[str]:
    """The parts between semicolons, without the blank ones."""
    return [part.strip() for part in text.split(";") if part.strip()]


def read_spell(text: str) -> Spell:
    """A spell such as "22:00-24:00/120": from, to, elapsed minutes."""
    found = _SPELL.fullmatch(text)
    if found is None:
        raise NotationError(
            f'{shown(text)}: write a headache as in "22:00-24:00/120", with times from 00:00 to 24:00.'
        )
    # 00:00 as an end closes the day, so that a headache over at its first midnight ends at 00:01.
    ends = "00:01" if found["starts"] == found["ends"] == "00:00" else found["ends"]
    return Spell(
        starts=time.fromisoformat(found["starts"]),
        ends=time.fromisoformat(ends.replace("24:00", "00:00")),
        minutes=int(found["minutes"]),
    )


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
    return f"'{text}" if _could_run(text) else text


def unguarded(text: str) -> str:
    """The text before guarded()."""
    return text[1:] if text.startswith("'") and _could_run(text) else text


def _could_run(text: str) -> bool:
    """Whether a formula could start here, apostrophes aside; signs of any width count."""
    return normalize("NFKC", text.lstrip("'")[:1])[:1] in _STARTS_A_FORMULA
