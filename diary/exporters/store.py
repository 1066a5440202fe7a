"""All that a patient recorded, read for a file."""

from diary.accounts.models import Account
from diary.botox.store import sessions_of
from diary.days.store import diary_of
from diary.exporters.format import Recorded
from diary.medicines.preventives.store import preventives_of


def recorded_by(patient: Account) -> Recorded:
    """Days in order of date, sessions, preventives."""
    return Recorded(
        days=tuple(diary_of(patient)),
        sessions=sessions_of(patient),
        preventives=preventives_of(patient) or [],
    )
