"""The doors to a diary: the patient's own, and the one door to somebody else's.

Behind the second one there are two transactions. The first checks the grant and writes the viewing
on the patient's log. Only when that is on the disk the second one reads, all of it as of one moment,
the grant first: a reading that begins after a withdrawal shows nothing, and no reading keeps anybody
from writing. Whoever may not pass gets the same 404 as for what does not exist.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from flask import abort, request
from sqlalchemy.orm import Session

from diary.accounts.clock import last_day_of
from diary.accounts.gate import current_account, current_patient
from diary.accounts.models import Account
from diary.database import reading, writing
from diary.sharing.models import Share, Viewing
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.store import (
    hold_diary_of_share,
    hold_share,
    note_viewing,
    open_share,
    take_back_viewing,
)
from diary.sharing.viewpoint import Viewpoint


def own_diary() -> Viewpoint:
    """The signed-in patient's own diary, today."""
    patient = current_patient()
    return Viewpoint(
        patient=patient,
        on=last_day_of(patient),
        scope=WHOLE,
        root=request.script_root,
        can_write=True,
    )


@contextmanager
def shared_diary(share_id: int, what: str, *, to_record: bool = False) -> Iterator[Viewpoint]:
    """A diary shared with the signed-in clinician, who looks at `what`; read it inside the block.

    `to_record` asks for the right to record Botox sessions besides. Leaving the block with an
    error, a page that is not there included, takes the viewing back.
    """
    clinician = current_account()
    with writing() as session:
        share, _patient = hold_share(session, clinician, share_id) or abort(404)
        viewing = note_viewing(session, share, clinician.name, what)
    with reading_after(viewing) as session:
        share, patient = open_share(session, clinician, share_id) or abort(404)
        yield _view_of(share, patient, to_record=to_record)


@contextmanager
def diary_to_record_in(share_id: int, what: str) -> Iterator[tuple[Viewpoint, Viewing]]:
    """A shared diary that the signed-in clinician writes a Botox session into, in one transaction.

    Whoever writes something says on the viewing what it was, instead of `what`.
    """
    clinician = current_account()
    with writing() as session:
        hold_diary_of_share(session, clinician, share_id)
        share, patient = hold_share(session, clinician, share_id) or abort(404)
        view = _view_of(share, patient, to_record=True)
        yield view, note_viewing(session, share, clinician.name, what)


@contextmanager
def reading_after(viewing: Viewing) -> Iterator[Session]:
    """Read what the viewing on the log allows; whoever is shown nothing is taken off the log again."""
    try:
        with reading() as session:
            yield session
    except BaseException:
        take_back_viewing(viewing)
        raise


def last_day_seen(patient: Account, scope: Scope) -> date:
    """The last day that the patient has lived, or that of the scope if it is earlier."""
    last = last_day_of(patient)
    return min(last, scope.last or last)


def _view_of(share: Share, patient: Account, *, to_record: bool) -> Viewpoint:
    if to_record and not share.may_record:
        abort(404)
    return Viewpoint(
        patient=patient,
        on=last_day_seen(patient, share.scope),
        scope=share.scope,
        root=f"{request.script_root}/clinic/diaries/{share.id}",
        ends_on=share.ends_on,
        may_record=share.may_record,
    )
