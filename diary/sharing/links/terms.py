"""What a link shows, and for how long, as the patient chooses it."""

from dataclasses import dataclass
from datetime import date

from diary.clinical.period import Month
from diary.sharing.scope import Scope

DAYS_OPEN = 14
MOST_DAYS_OPEN = 31
MONTHS_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """For whom a link is, what it shows, whether it asks for a PIN, and how many days it opens."""

    scope: Scope
    label: str | None = None
    with_pin: bool = True
    days: int = DAYS_OPEN


def last_three_months(today: date) -> Terms:
    """Three whole months and the running one up to today, with treatments, without notes."""
    first = Month.of(today).plus(-MONTHS_SHOWN).period.first
    return Terms(scope=Scope(first=first, last=today, notes=False, treatments=True))
