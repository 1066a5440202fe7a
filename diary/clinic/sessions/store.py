"""What a clinician writes into a shared diary: new sessions, and those that are still theirs.

Whatever writes happens behind the door `diary_to_record_in`, in its transaction.
"""

from dataclasses import replace

from diary.accounts.models import Account
from diary.botox import store as sessions
from diary.botox.models import RecordedSession
from diary.botox.store import SameDayError
from diary.clinical.treatment import BotoxSession
from diary.sharing.viewpoint import Viewpoint
from diary.web.errors import DiaryError

__all__ = [
    "SameDayError",
    "TheirsError",
    "change_session",
    "hold_own_session",
    "own_session",
    "record_session",
    "withdraw_session",
]


class TheirsError(DiaryError):
    """The patient has made this session their own."""

    status = 409


def own_session(view: Viewpoint, clinician: Account, session_id: int) -> RecordedSession | None:
    """A session that this clinician recorded; None where there is none.

    Raises TheirsError when the patient has changed it since.
    """
    return _if_own(sessions.session_row_of(view.patient, session_id), view, clinician)


def hold_own_session(
    view: Viewpoint, clinician: Account, session_id: int
) -> RecordedSession | None:
    """The same, held to be changed."""
    return _if_own(sessions.hold_session(view.patient, session_id), view, clinician)


def record_session(view: Viewpoint, clinician: Account, botox: BotoxSession) -> None:
    """Record a session, signed by the clinician; raise SameDayError when its day has one."""
    sessions.add_session(view.patient, botox, clinician)


def change_session(
    view: Viewpoint, clinician: Account, row: RecordedSession, botox: BotoxSession
) -> None:
    """Change a session of their own; only the patient ends a dispute. Raises SameDayError."""
    kept = replace(botox, is_disputed=row.is_disputed)
    sessions.change_session(view.patient, row.id, kept, clinician)


def withdraw_session(view: Viewpoint, row: RecordedSession) -> None:
    """Take a session of their own out of the diary."""
    sessions.remove_session(view.patient, row.id)


def _if_own(
    row: RecordedSession | None, view: Viewpoint, clinician: Account
) -> RecordedSession | None:
    if row is None or row.recorded_by_id != clinician.id or row.date not in view.scope:
        return None
    if not row.is_as_recorded:
        raise TheirsError(
            "The patient has changed this session since you recorded it, so it is theirs now. "
            "Nothing was changed. Talk to the patient if it is not right."
        )
    return row
