"""What to look at twice in a Botox session: hints, never refusals.

The numbers of the usual pattern and their source are in muscles.py. Units of other botulinum
toxins are not interchangeable: US label of Botox, https://www.rxabbvie.com/pdf/botox_pi.pdf.
Interval of 12 weeks: US label, section 2.
"""

from collections.abc import Iterable
from datetime import date

from diary.clinical.botox import INTERVAL_DAYS, Timing, timing_of
from diary.clinical.muscles import (
    MOST_USUAL_UNITS,
    STANDARD_SITES,
    STANDARD_UNITS,
    UNITS_A_SITE,
    USUAL,
    Muscle,
)
from diary.clinical.text import folded
from diary.clinical.treatment import BotoxSession

ONABOTULINUM_TOXIN_A = ("botox", "onabotulinum")
"""What the name of the product holds when the units are those of the pattern."""


def hints_for(session: BotoxSession) -> tuple[str, ...]:
    """Plain sentences on what differs from the standard pattern; none when nothing does.

    The numbers of the pattern say nothing about another toxin, so that is then the only hint.
    """
    if session.product and not _is_botox(session.product):
        return (
            f"Units of different products are not the same: {STANDARD_UNITS} units at "
            f"{STANDARD_SITES} sites is the pattern for Botox. Ask your clinic about this product.",
        )
    general = (_units_hint(session), _sites_hint(session))
    return (*(hint for hint in general if hint), *_muscle_hints(session))


def all_hints_for(session: BotoxSession, others: Iterable[BotoxSession]) -> list[str]:
    """The same, and a word on when it was given."""
    timing = timing_hint(session, others)
    return [*hints_for(session), *([timing] if timing else [])]


def timing_hint(session: BotoxSession, others: Iterable[BotoxSession]) -> str | None:
    """A word on a session that is early or late after the one before it; None for any other."""
    before = day_before(session.date, others)
    if before is None:
        return None
    days = (session.date - before).days
    timing = timing_of(days)
    if timing is Timing.ON_SCHEDULE:
        return None
    return (
        f"{days} days after the session before: {timing}. "
        f"Usually it is {INTERVAL_DAYS} days, 12 weeks."
    )


def day_before(day: date, sessions: Iterable[BotoxSession]) -> date | None:
    """The day of the last given session before a day."""
    given = (one.date for one in sessions if one.counts and one.date < day)
    return max(given, default=None)


def _is_botox(product: str) -> bool:
    return any(name in folded(product) for name in ONABOTULINUM_TOXIN_A)


def _units_hint(session: BotoxSession) -> str | None:
    if session.units is None or session.units == STANDARD_UNITS:
        return None
    if session.units > MOST_USUAL_UNITS:
        return f"{session.units} units is above {MOST_USUAL_UNITS}, the most of the usual pattern."
    return f"{session.units} units is not the standard {STANDARD_UNITS}. Clinics do vary it."


def _sites_hint(session: BotoxSession) -> str | None:
    if session.units is None or session.sites is None:
        return None
    units = session.sites * UNITS_A_SITE
    if units == session.units:
        return None
    return (
        f"{session.sites} × {UNITS_A_SITE} = {units}, not {session.units}: "
        f"usually each site gets {UNITS_A_SITE} units."
    )


def _muscle_hints(session: BotoxSession) -> list[str]:
    pattern = session.muscles
    given = [(muscle, pattern.units_of(muscle)) for muscle in Muscle] if pattern else []
    return [
        f"{muscle.words}: {units} units is above {USUAL[muscle].most_units}, "
        "the most of the usual pattern."
        for muscle, units in given
        if units > USUAL[muscle].most_units
    ]
