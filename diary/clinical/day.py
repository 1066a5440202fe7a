"""DiaryDay: one local calendar day of the diary, as recorded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from diary.clinical.answer import Answer
from diary.clinical.day_error import DiaryDayError as DiaryDayError
from diary.clinical.spell import MOST_MINUTES_A_DAY, by_the_clock, overlapping
from diary.clinical.spell import Spell as Spell
from diary.clinical.strength import split_strength
from diary.clinical.text import clean, cleaned_line, folded, without_accents

FIRST_DATE = date(1900, 1, 1)
LAST_DATE = date(2099, 12, 31)
LONGEST_DAY = 1500
"""Minutes in the 25-hour day on which the clocks go back: the largest total that can be stated."""
WORST_PAIN = 10
MOST_UNITS = 99
"""Units of one dose that can be read; fewer can be newly written (see limits.py)."""
QUARTERS = 4
"""Parts of a tablet, the smallest that are counted."""
ODD_COUNT = "Give the number of doses from 0.25 to 20, in quarters, as in 2 or 0.5."
MOST_MEDICINES_A_DAY = 100
"""Entries in `doses`; the same medicine may stand in several."""


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


class PainPlace(StrEnum):
    """Where it hurt: a side and a part of the head."""

    LEFT_FOREHEAD = "left_forehead"
    LEFT_TEMPLE = "left_temple"
    LEFT_EYE = "left_eye"
    LEFT_TOP = "left_top"
    LEFT_BACK = "left_back"
    LEFT_NECK = "left_neck"
    RIGHT_FOREHEAD = "right_forehead"
    RIGHT_TEMPLE = "right_temple"
    RIGHT_EYE = "right_eye"
    RIGHT_TOP = "right_top"
    RIGHT_BACK = "right_back"
    RIGHT_NECK = "right_neck"


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
    `count` is in quarters, which a float holds exactly, and `at` the time on the day's clock.
    """

    name: str
    strength: str | None = None
    count: float = 1
    at: time | None = None
    effect: Effect | None = None
    purpose: Purpose = Purpose.ACUTE

    def __post_init__(self) -> None:
        if not 0 < self.count <= MOST_UNITS or self.count * QUARTERS % 1:
            raise DiaryDayError("medicines", ODD_COUNT)
        name, strength = split_strength(cleaned_line(self.named))
        if folded(name) in ("", "none"):
            raise DiaryDayError("medicines", "A dose needs the name of its medicine.")
        if ";" in self.named or "=" in self.named:
            raise DiaryDayError("medicines", "Leave ; and = out of the name of a medicine.")
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "strength", strength)
        object.__setattr__(self, "count", self.count if self.count % 1 else int(self.count))

    @property
    def named(self) -> str:
        """Name and strength in one, single spaces between the words."""
        return " ".join(f"{self.name} {self.strength or ''}".split())

    @property
    def spelling(self) -> str:
        """Name and strength as they are compared: one for all ways to write the same medicine."""
        return without_accents(self.named)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDay:
    """One recorded day. None is unanswered, never no.

    `doses` is None when the medicine question was left open and empty when none was taken.
    `stated_minutes` is the total the patient gave; without it the spells add up, those that overlap
    made one.
    Triggers and note are cleaned; a blank one is none, `;` parts two triggers, and each is kept once.
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
    location: frozenset[PainPlace] = frozenset()
    cluster_signs: Answer = None
    menstruation: Answer = None
    triggers: tuple[str, ...] = ()
    note: str | None = None
    recorded_at: datetime | None = None

    def __post_init__(self) -> None:
        self._join_spells()
        self._check_ranges()
        self._check_contradictions()
        object.__setattr__(self, "triggers", tuple(_each_once(self.triggers)))
        clean(self, texts=["note"])

    @property
    def minutes(self) -> int | None:
        """Elapsed minutes of headache on this day, None when unknown."""
        return self.stated_minutes if self.stated_minutes is not None else self._spell_minutes()

    def _spell_minutes(self) -> int | None:
        return sum(spell.minutes for spell in self.spells) if self.spells else None

    def _join_spells(self) -> None:
        """Bring the spells into one writing; a total that only adds them up says nothing more."""
        sums = {self._spell_minutes()}
        groups = overlapping(self.spells)
        object.__setattr__(self, "spells", tuple(by_the_clock(group) for group in groups))
        if self.stated_minutes in sums | {self._spell_minutes()}:
            object.__setattr__(self, "stated_minutes", None)

    def _check_ranges(self) -> None:
        if not FIRST_DATE <= self.date <= LAST_DATE:
            raise DiaryDayError("date", f"Dates run from {FIRST_DATE} to {LAST_DATE}.")
        if self.pain is not None and not 0 <= self.pain <= WORST_PAIN:
            raise DiaryDayError("pain", f"Pain is a whole number from 0 to {WORST_PAIN}.")
        if self.stated_minutes is not None and not 1 <= self.stated_minutes <= LONGEST_DAY:
            raise DiaryDayError("minutes", f"A day holds 1 to {LONGEST_DAY} minutes of headache.")
        if (self._spell_minutes() or 0) > MOST_MINUTES_A_DAY:
            raise DiaryDayError("spells", "The headaches of this day are longer than a day.")
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


def _each_once(triggers: Iterable[str]) -> Iterable[str]:
    """The triggers in the spelling in which they came first."""
    parts = (cleaned_line(part) for words in triggers for part in cleaned_line(words).split(";"))
    spellings: dict[str, str] = {}
    for part in filter(None, parts):
        spellings.setdefault(folded(part), part)
    return spellings.values()
