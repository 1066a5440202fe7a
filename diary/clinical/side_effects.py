"""Side effects after Botox: what to pick from, on which day after the session, and what cannot wait.

Kinds and urgent signs as in the US label of Botox and the reports of clinics,
https://www.rxabbvie.com/pdf/botox_pi.pdf. Reading taken: the session's own day is day 0, and the
urgent signs are shown up to and including day 90.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from diary.clinical.day import Severity
from diary.clinical.text import clean, folded, isolated
from diary.clinical.treatment import TreatmentError

WATCHED_DAYS = 90
LONGEST_DAYS = 366


class SideEffectKind(StrEnum):
    """What a patient can pick from; the urgent signs come last."""

    NECK_PAIN = "neck_pain"
    NECK_STIFFNESS = "neck_stiffness"
    HEADACHE_FLARE = "headache_flare"
    MUSCLE_WEAKNESS = "muscle_weakness"
    EYELID_DROOP = "eyelid_droop"
    BROW_DROOP = "brow_droop"
    FACIAL_WEAKNESS = "facial_weakness"
    MUSCLE_PAIN = "muscle_pain"
    SITE_PAIN = "site_pain"
    DIZZINESS = "dizziness"
    OTHER = "other"
    SWALLOWING = "swallowing"
    SPEAKING = "speaking"
    BREATHING = "breathing"
    SPREADING_WEAKNESS = "spreading_weakness"
    VISION = "vision"
    HOARSE_VOICE = "hoarse_voice"
    BLADDER = "bladder"
    ALLERGY = "allergy"


KINDS_IN_WORDS = {
    SideEffectKind.NECK_PAIN: "neck pain",
    SideEffectKind.NECK_STIFFNESS: "stiff neck",
    SideEffectKind.HEADACHE_FLARE: "headache or migraine flare",
    SideEffectKind.MUSCLE_WEAKNESS: "weak muscles",
    SideEffectKind.EYELID_DROOP: "eyelid droop",
    SideEffectKind.BROW_DROOP: "brow droop",
    SideEffectKind.FACIAL_WEAKNESS: "weak face",
    SideEffectKind.MUSCLE_PAIN: "muscle pain or spasm",
    SideEffectKind.SITE_PAIN: "pain where it was injected",
    SideEffectKind.DIZZINESS: "dizziness",
    SideEffectKind.OTHER: "something else",
    SideEffectKind.SWALLOWING: "trouble swallowing",
    SideEffectKind.SPEAKING: "trouble speaking",
    SideEffectKind.BREATHING: "trouble breathing",
    SideEffectKind.SPREADING_WEAKNESS: "weakness that spreads",
    SideEffectKind.VISION: "double or blurred vision",
    SideEffectKind.HOARSE_VOICE: "hoarse voice",
    SideEffectKind.BLADDER: "loss of bladder control",
    SideEffectKind.ALLERGY: "allergic reaction",
}

_CALL = {
    SideEffectKind.SWALLOWING: r"swallow|chok",
    SideEffectKind.SPEAKING: r"speak|speech|slur|talk",
    SideEffectKind.BREATHING: r"breath|\bair\b",
}
_GET_HELP = {
    SideEffectKind.SPREADING_WEAKNESS: r"spread",
    SideEffectKind.VISION: r"double|blur|vision|sight",
    SideEffectKind.HOARSE_VOICE: r"hoarse|voice",
    SideEffectKind.BLADDER: r"bladder|urin|incontinen|\bwet myself",
    SideEffectKind.ALLERGY: r"allerg|wheez|swell|swollen|faint|hives|passed out|anaphyla",
}


class Urgency(StrEnum):
    """How fast help is needed: an ambulance, or a doctor now."""

    CALL = "call"
    GET_HELP = "get_help"


_SIGNS = {Urgency.CALL: _CALL, Urgency.GET_HELP: _GET_HELP}
"""Each urgent sign, and what in a patient's own words may mean it: rather once too often."""
URGENT_KINDS = tuple(_CALL | _GET_HELP)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEffect:
    """One side effect, of the session before the day it `began`.

    `lasted_days` counts the first and the last day; unknown while it is `still_there`.
    """

    began: date
    kind: SideEffectKind
    own_words: str | None = None
    lasted_days: int | None = None
    still_there: bool = False
    severity: Severity | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        clean(self, lines=["own_words"], texts=["note"])
        if self.kind is SideEffectKind.OTHER and not self.own_words:
            raise TreatmentError("own_words", "Write in a few words what you noticed.")
        if self.lasted_days is not None and self.still_there:
            raise TreatmentError(
                "lasted_days", "It is still there, or it lasted so long: not both."
            )
        if self.lasted_days is not None and not 1 <= self.lasted_days <= LONGEST_DAYS:
            raise TreatmentError("lasted_days", f"Give 1 to {LONGEST_DAYS} days.")

    @property
    def named(self) -> str:
        """What it was, with the patient's own words if there are any."""
        words = KINDS_IN_WORDS[self.kind]
        if self.kind is SideEffectKind.OTHER:
            return isolated(self.own_words or words)
        return f"{words} ({isolated(self.own_words)})" if self.own_words else words

    @property
    def how_long(self) -> str | None:
        """How long it lasted, in words; None when that was left open."""
        if self.still_there:
            return "still there"
        if self.lasted_days is None:
            return None
        return "1 day" if self.lasted_days == 1 else f"{self.lasted_days} days"

    @property
    def urgency(self) -> Urgency | None:
        """Whether it was picked as an urgent sign, or the patient's words may mean one."""
        written = folded(f"{self.own_words or ''} {self.note or ''}")
        for urgency, signs in _SIGNS.items():
            if self.kind in signs or any(re.search(sign, written) for sign in signs.values()):
                return urgency
        return None

    def in_words(self, session: date | None) -> str:
        """One line, as in: day 3: eyelid droop, moderate, 12 days."""
        parts = (self.named, self.severity, self.how_long)
        words = ", ".join(part for part in parts if part)
        return f"day {(self.began - session).days}: {words}" if session else words


class _Began(Protocol):
    @property
    def began(self) -> date: ...


B = TypeVar("B", bound=_Began)


def session_before(began: date, sessions: Iterable[date]) -> date | None:
    """The session that a side effect belongs to: the latest on or before its first day."""
    return max((session for session in sessions if session <= began), default=None)


def check_possible(effect: SideEffect, on: date, sessions: Iterable[date]) -> None:
    """Raise TreatmentError unless it began by `on`, after one of the sessions, and ended by `on`."""
    if effect.began > on:
        raise TreatmentError("began", "This day is still to come. Give a day up to today.")
    if session_before(effect.began, sessions) is None:
        raise TreatmentError(
            "began",
            "This day is before the session. Check the date; if it is right, write down"
            " the session that came before it first.",
        )
    if effect.lasted_days and effect.lasted_days > (on - effect.began).days + 1:
        raise TreatmentError("lasted_days", "That would end after today. Is it still there?")


def by_session(effects: Iterable[B], sessions: Sequence[date]) -> dict[date | None, list[B]]:
    """Side effects by the session they belong to, the latest session first, each in order of days.

    None holds those that began before any session.
    """
    found: dict[date | None, list[B]] = {}
    for effect in sorted(effects, key=lambda one: one.began):
        found.setdefault(session_before(effect.began, sessions), []).append(effect)
    return dict(sorted(found.items(), key=lambda group: group[0] or date.min, reverse=True))


def is_watched(on: date, sessions: Iterable[date]) -> bool:
    """Whether the latest session lies no more than 90 days back: the urgent list is shown."""
    session = session_before(on, sessions)
    return session is not None and (on - session).days <= WATCHED_DAYS
