"""DiaryDay: one local calendar day of the diary, as recorded."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from diary.clinical.answer import Answer
from diary.clinical.strength import split_strength

FIRST_DATE = date(1900, 1, 1)
LAST_DATE = date(2099, 12, 31)
LONGEST_DAY = 1500
"""Minutes in the 25-hour day on which the clocks go back."""
WORST_PAIN = 10
MOST_DOSES_AT_ONCE = 99
MOST_MEDICINES_A_DAY = 100
"""Entries in `doses`; the same medicine may stand in several."""


class DiaryDayError(ValueError):
    """A day that contradicts itself; `field` names the CSV column at fault."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Severity(StrEnum):
    """The worst pain of the day, in the three steps that the rules use."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


class Impact(StrEnum):
    """How much of the day's doings was lost."""

    NONE = "none"
    SOME = "some"
    MOST = "most"
    ALL = "all"


class AuraCharacteristic(StrEnum):
    """The six characteristics asked about an aura."""

    SPREADS = "spreads"
    SUCCESSION = "succession"
    LASTS_5_TO_60_MINUTES = "5-60min"
    ONE_SIDE = "one_side"
    POSITIVE = "positive"
    HEADACHE_WITHIN_60_MINUTES = "headache_within_60min"


class Effect(StrEnum):
    """Whether a dose helped; a dose that nobody rated has no effect (None)."""

    HELPED = "helped"
    NOT_HELPED = "not helped"
    UNKNOWN = "unknown"


class Purpose(StrEnum):
    """Why a dose was taken; only acute doses are counted."""

    ACUTE = "acute"
    PREVENTIVE = "preventive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """`count` units of one medicine, named as the patient or the formulary names it.

    A strength at the end of the name is moved to `strength`, so that one dose has one writing.
    """

    name: str
    strength: str | None = None
    count: int = 1
    effect: Effect | None = None
    purpose: Purpose = Purpose.ACUTE

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MOST_DOSES_AT_ONCE:
            message = f"Give a number of doses from 1 to {MOST_DOSES_AT_ONCE}."
            raise DiaryDayError("medicines", message)
        name, strength = split_strength(self.named)
        if name.casefold() in ("", "none"):
            raise DiaryDayError("medicines", "A dose needs the name of its medicine.")
        if ";" in self.named or "=" in self.named:
            raise DiaryDayError("medicines", "Leave ; and = out of the name of a medicine.")
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "strength", strength)

    @property
    def named(self) -> str:
        """Name and strength in one, single spaces between the words."""
        return " ".join(f"{self.name} {self.strength or ''}".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """The part of one headache that lies on one day.

    `starts` and `ends` are clock times of that day, `ends` 00:00 being the midnight that closes it;
    `minutes` are elapsed minutes, which differ from the clock's when the clocks change.
    """

    starts: time
    ends: time
    minutes: int

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= LONGEST_DAY:
            raise DiaryDayError("spells", f"A headache lasts 1 to {LONGEST_DAY} minutes of a day.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDay:
    """One recorded day. None is unanswered, never no.

    `doses` is None when the medicine question was left open and empty when none was taken.
    `stated_minutes` is the total the patient gave; without it the spells add up.
    Triggers and note lose the spaces around them; a blank one is none, and `;` parts two triggers.
    Raises DiaryDayError when the answers contradict each other.
    """

    date: date
    headache: bool
    severity: Severity | None = None
    pain: int | None = None
    stated_minutes: int | None = None
    spells: tuple[Spell, ...] = ()
    one_sided: Answer = None
    pulsating: Answer = None
    worse_with_activity: Answer = None
    nausea: Answer = None
    vomiting: Answer = None
    light: Answer = None
    sound: Answer = None
    aura: Answer = None
    aura_characteristics: frozenset[AuraCharacteristic] = frozenset()
    believed_migraine: Answer = None
    doses: tuple[Dose, ...] | None = None
    impact: Impact | None = None
    cluster_signs: Answer = None
    menstruation: Answer = None
    triggers: tuple[str, ...] = ()
    note: str | None = None
    recorded_at: datetime | None = None

    def __post_init__(self) -> None:
        self._check_ranges()
        self._check_contradictions()
        parts = (part.strip() for trigger in self.triggers for part in trigger.split(";"))
        object.__setattr__(self, "triggers", tuple(part for part in parts if part))
        object.__setattr__(self, "note", (self.note or "").strip() or None)
        if self.stated_minutes == self._spell_minutes():
            object.__setattr__(self, "stated_minutes", None)

    def __hash__(self) -> int:
        """From what tells most days apart: judged days are looked up often."""
        return hash((self.date, self.recorded_at, self.stated_minutes, self.note))

    @property
    def minutes(self) -> int | None:
        """Elapsed minutes of headache on this day, None when unknown."""
        return self.stated_minutes if self.stated_minutes is not None else self._spell_minutes()

    def _spell_minutes(self) -> int | None:
        return sum(spell.minutes for spell in self.spells) if self.spells else None

    def _check_ranges(self) -> None:
        if not FIRST_DATE <= self.date <= LAST_DATE:
            raise DiaryDayError("date", f"Dates run from {FIRST_DATE} to {LAST_DATE}.")
        if self.pain is not None and not 0 <= self.pain <= WORST_PAIN:
            raise DiaryDayError("pain", f"Pain is a whole number from 0 to {WORST_PAIN}.")
        if self.minutes is not None and not 1 <= self.minutes <= LONGEST_DAY:
            raise DiaryDayError("minutes", f"A day holds 1 to {LONGEST_DAY} minutes of headache.")
        if len(self.doses or ()) > MOST_MEDICINES_A_DAY:
            raise DiaryDayError(
                "medicines", f"A day holds {MOST_MEDICINES_A_DAY} medicines at most."
            )

    def _check_contradictions(self) -> None:
        if self.headache:
            return
        if self.severity is not None:
            raise DiaryDayError("severity", "A day without headache has no severity.")
        if self.pain:
            raise DiaryDayError("pain", "A day without headache has no pain above 0.")
        if self.minutes is not None:
            raise DiaryDayError("minutes", "A day without headache has no minutes of headache.")
