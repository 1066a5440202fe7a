"""The doors to a diary: the patient's own, and the one door to somebody else's.

Behind the second one everything happens in one transaction: the grant is checked and held, the
viewing is written on the patient's log, and only then is the diary read. Whoever may not pass gets
the same 404 as for what does not exist, and nothing is written.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from flask import abort, request

from diary.accounts.clock import today_of
from diary.accounts.gate import current_account, current_patient
from diary.accounts.models import Account
from diary.database import writing
from diary.sharing.models import Viewing
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.store import hold_diary_of_share, hold_share, note_viewing
from diary.sharing.viewpoint import Viewpoint


def own_diary() -> Viewpoint:
    """The signed-in patient's own diary, today."""
    patient = current_patient()
    return Viewpoint(
        patient=patient,
        on=today_of(patient),
        scope=WHOLE,
        root=request.script_root,
        can_write=True,
    )


@contextmanager
def shared_diary(share_id: int, what: str) -> Iterator[Viewpoint]:
    """A diary shared with the signed-in clinician, who looks at `what`; read it inside the block.

    Leaving the block with an error, a page that is not there included, takes the viewing back.
    """
    with _held(share_id, what) as (view, _viewing):
        yield view


@contextmanager
def diary_to_record_in(share_id: int, what: str) -> Iterator[tuple[Viewpoint, Viewing]]:
    """The same for a clinician who may record Botox sessions, and 404 for any other.

    Whoever writes something says on the viewing what it was, instead of `what`.
    """
    with _held(share_id, what, to_write=True) as (view, viewing):
        if not view.may_record:
            abort(404)
        yield view, viewing


@contextmanager
def _held(
    share_id: int, what: str, *, to_write: bool = False
) -> Iterator[tuple[Viewpoint, Viewing]]:
    with writing() as session:
        if to_write:
            hold_diary_of_share(session, current_account(), share_id)
        held = hold_share(session, current_account(), share_id)
        if held is None:
            abort(404)
        share, patient = held
        viewing = note_viewing(session, share, current_account().name, what)
        view = Viewpoint(
            patient=patient,
            on=last_day_seen(patient, share.scope),
            scope=share.scope,
            root=f"{request.script_root}/clinic/diaries/{share.id}",
            ends_on=share.ends_on,
            may_record=share.may_record,
        )
        yield view, viewing


def last_day_seen(patient: Account, scope: Scope) -> date:
    """The patient's today, or the last day of the scope if that is earlier."""
    today = today_of(patient)
    return min(today, scope.last or today)
