"""The invented story: two years of headache, medicines on too many days, then three Botox cycles.

It is told backwards from the day of renewal, and is the same each time it is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypedDict
from zlib import crc32

from diary.clinical.day import (
    AuraCharacteristic,
    DiaryDay,
    Dose,
    Effect,
    Impact,
    PainPlace,
    Severity,
    Spell,
)
from diary.clinical.muscles import STANDARD_PATTERN
from diary.clinical.treatment import BotoxSession, Outcome, Preventive

DAYS = 730
SESSIONS = (238, 154, 70)
"""How many days before the renewal each session was."""
NOT_RECORDED = (range(598, 603), range(410, 421), range(306, 309), range(217, 221))
"""A holiday, an illness, a broken phone: days before the renewal."""
OVERUSE = range(300, 560)
WEEKLY_EFFECT = (1.0, 0.9, 0.7, 0.55, 0.45, 0.4, 0.4, 0.42, 0.5, 0.62, 0.75, 0.85)
"""Share of headache left in weeks 1 to 12 after a session: onset, effect, wearing-off."""
LATER_CYCLES = (1.0, 0.8, 0.65)
CLOCKS = (time(7), time(9, 30), time(14), time(17, 30))
TRIGGERS = ("poor sleep", "stress", "red wine", "change of weather", "skipped meal")
NOTES = (
    "Woke up with it.",
    "Had to lie down in the dark.",
    "Came on slowly during the afternoon.",
    "Went for a walk, that helped a little.",
)
LEFT = frozenset({PainPlace.LEFT_TEMPLE, PainPlace.LEFT_EYE})
AURA = frozenset(
    {
        AuraCharacteristic.SPREADS,
        AuraCharacteristic.LASTS_5_TO_60_MINUTES,
        AuraCharacteristic.POSITIVE,
        AuraCharacteristic.HEADACHE_WITHIN_60_MINUTES,
    }
)


class Always(TypedDict):
    """What is told of every day."""

    menstruation: bool | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Ago:
    """One day of the story, `days` before the renewal."""

    days: int

    def happens(self, what: str, chance: float) -> bool:
        """Whether something with this chance happens on this day; always the same answer."""
        return self.pick(what, 1000) < chance * 1000

    def pick(self, what: str, choices: int) -> int:
        """A number from 0 up to `choices`, always the same for this day."""
        return crc32(f"{what} {DAYS - self.days}".encode()) % choices


def tell_days(today: date) -> Iterator[DiaryDay]:
    """The recorded days up to and including `today`, in order."""
    for days in reversed(range(DAYS)):
        ago = Ago(days)
        if _is_recorded(ago):
            yield _tell(ago, today - timedelta(days=days))


def tell_sessions(today: date) -> list[BotoxSession]:
    """Three sessions of the standard pattern, the second and third on schedule."""
    return [
        BotoxSession(
            date=today - timedelta(days=days),
            muscles=STANDARD_PATTERN,
            product="Botox",
            clinic="Headache clinic",
            note="Sore neck for two days." if days == SESSIONS[0] else None,
        )
        for days in SESSIONS
    ]


def tell_preventives(today: date) -> list[Preventive]:
    """Three preventives tried without success before the first session."""
    tried = (
        ("propranolol", "beta blocker", "80 mg", 1500, 1330, Outcome.NOT_EFFECTIVE),
        ("topiramate", "epilepsy medicine", "50 mg twice a day", 1200, 1120, Outcome.NOT_TOLERATED),
        ("amitriptyline", "tricyclic antidepressant", "25 mg", 700, 480, Outcome.NOT_EFFECTIVE),
    )
    return [
        Preventive(
            medicine=medicine,
            medicine_class=kind,
            dose=dose,
            started=today - timedelta(days=first),
            stopped=today - timedelta(days=last),
            outcome=outcome,
        )
        for medicine, kind, dose, first, last, outcome in tried
    ]


def _is_recorded(ago: Ago) -> bool:
    lost = any(ago.days in days for days in NOT_RECORDED) or ago.happens("forgotten", 0.03)
    return ago.days == 0 or not lost


def _share_of_headache(ago: Ago) -> float:
    """Share of days with headache: rising while medicines are too many, less after each session."""
    if ago.days >= OVERUSE.stop:
        return 0.38
    share = 0.7 if ago.days in OVERUSE else 0.66
    for session, left in zip(SESSIONS, LATER_CYCLES, strict=True):
        if ago.days <= session:
            week = min((session - ago.days) // 7, len(WEEKLY_EFFECT) - 1)
            share = 0.66 * left * WEEKLY_EFFECT[week]
    return share


def _is_period(ago: Ago) -> bool:
    return (DAYS - ago.days) % 28 < 4


def _rank(ago: Ago) -> int:
    """Which of the week's days are the worst: 0 is; days of the period come early."""
    last = (ago.days + 6) // 7 * 7
    week = [Ago(days) for days in range(last - 6, last + 1)]
    worst = sorted(week, key=lambda day: (day.pick("bad", 100) - 40 * _is_period(day), day.days))
    return worst.index(ago)


def _tell(ago: Ago, day: date) -> DiaryDay:
    """Each week has its number of headache days, its migraines first; which days is chance."""
    rank, share = _rank(ago), _share_of_headache(ago)
    week = Ago((ago.days + 6) // 7 * 7)
    headaches = int(7 * share + week.pick("headaches", 1000) / 1000)
    migraines = round(headaches * (0.66 if ago.days in OVERUSE else 0.58))
    if rank < migraines:
        return _tell_migraine(ago, day)
    return _tell_other(ago, day) if rank < headaches else _tell_clear(ago, day)


def _tell_clear(ago: Ago, day: date) -> DiaryDay:
    return DiaryDay(
        date=day,
        headache=False,
        doses=None if ago.happens("left open", 0.3) else (),
        **_always(ago, day),
    )


def _always(ago: Ago, day: date) -> Always:
    return {
        "menstruation": _is_period(ago) or None,
        "recorded_at": datetime.combine(day, time(20, 45), UTC),
    }


def _tell_migraine(ago: Ago, day: date) -> DiaryDay:
    severe = ago.happens("severe", 0.45 if ago.days > SESSIONS[0] else 0.28)
    aura = ago.happens("aura", 0.12)
    sparse = ago.happens("sparse", 0.07)
    starts = CLOCKS[ago.pick("start", len(CLOCKS))]
    hours = 4 + ago.pick("hours", 3 if starts.hour > 15 else 7)
    return DiaryDay(
        date=day,
        headache=True,
        severity=Severity.SEVERE if severe else Severity.MODERATE,
        pain=(8 if severe else 6) + ago.pick("pain", 2),
        spells=() if sparse else (_spell(starts, hours),),
        one_sided=None if sparse else True,
        pulsating=None if sparse else ago.happens("pulsating", 0.8),
        worse_with_activity=None if sparse else True,
        nausea=None if sparse else ago.happens("nausea", 0.75),
        vomiting=None if sparse else severe and ago.happens("vomiting", 0.2),
        light=None if sparse else True,
        sound=None if sparse else ago.happens("sound", 0.8),
        location=frozenset() if sparse else LEFT,
        aura=None if sparse else aura,
        aura_characteristics=AURA if aura and not sparse else frozenset(),
        believed_migraine=True,
        doses=_migraine_doses(ago),
        impact=Impact.ALL if severe and ago.happens("all", 0.4) else Impact.MOST,
        triggers=_triggers(ago),
        note=NOTES[ago.pick("words", len(NOTES))] if ago.happens("note", 0.12) else None,
        **_always(ago, day),
    )


def _tell_other(ago: Ago, day: date) -> DiaryDay:
    mild = ago.happens("mild", 0.75)
    return DiaryDay(
        date=day,
        headache=True,
        severity=Severity.MILD if mild else Severity.MODERATE,
        pain=(2 if mild else 5) + ago.pick("pain", 2),
        stated_minutes=60 * ((4 if ago.days > SESSIONS[0] else 1) + ago.pick("hours", 4)),
        one_sided=False,
        pulsating=False,
        worse_with_activity=ago.happens("worse", 0.2),
        nausea=False,
        vomiting=False,
        light=ago.happens("light", 0.2),
        sound=False,
        aura=False,
        believed_migraine=False,
        doses=(_ibuprofen(ago),) if ago.happens("ibuprofen", 0.15) else (),
        impact=Impact.NONE if mild else Impact.SOME,
        triggers=_triggers(ago),
        **_always(ago, day),
    )


def _spell(starts: time, hours: int) -> Spell:
    return Spell(
        starts=starts, ends=time((starts.hour + hours) % 24, starts.minute), minutes=60 * hours
    )


def _migraine_doses(ago: Ago) -> tuple[Dose, ...]:
    """A triptan nearly each time while there was too much of it, about every second time since."""
    if ago.happens("triptan", 0.95 if ago.days in OVERUSE else 0.42):
        helped = Effect.HELPED if ago.happens("helped", 0.65) else Effect.NOT_HELPED
        count = 2 if ago.happens("second", 0.2) else 1
        return (Dose(name="sumatriptan", strength="50 mg", count=count, effect=helped),)
    return (_ibuprofen(ago),) if ago.happens("instead", 0.3) else ()


def _ibuprofen(ago: Ago) -> Dose:
    helped = Effect.HELPED if ago.happens("eased", 0.5) else Effect.UNKNOWN
    return Dose(name="ibuprofen", strength="400 mg", effect=helped)


def _triggers(ago: Ago) -> tuple[str, ...]:
    chosen = TRIGGERS[ago.pick("trigger", len(TRIGGERS))]
    return (chosen,) if ago.happens("has a trigger", 0.35) else ()
