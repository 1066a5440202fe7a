"""Recording Botox sessions in a shared diary; changing and withdrawing one's own."""

from flask import Blueprint, abort, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from diary.accounts.gate import clinician_required, current_account
from diary.botox.forms import answered_by
from diary.botox.models import RecordedSession
from diary.clinic.sessions import store
from diary.clinic.sessions.forms import SharedSessionForm
from diary.clinical.session_hints import all_hints_for
from diary.reports.reading import sessions_of
from diary.sharing.access import diary_to_record_in, shared_diary
from diary.sharing.models import Viewing
from diary.sharing.viewpoint import Viewpoint
from diary.web.formatting import short_date
from diary.web.forms import show_form

FORM = "botox/form.html"
WHAT = "The form of a Botox session"

bp = Blueprint("clinic_sessions", __name__, url_prefix="/clinic/diaries/<int:share_id>/sessions")


@bp.get("/new")
@clinician_required
def ask_for_session(share_id: int) -> ResponseReturnValue:
    """The form of a session for the patient."""
    with shared_diary(share_id, WHAT, to_record=True) as view:
        return render_template(FORM, form=SharedSessionForm(view), row=None, view=view)


@bp.post("/new")
@clinician_required
def add_session(share_id: int) -> ResponseReturnValue:
    """Record a session for the patient."""
    with diary_to_record_in(share_id, WHAT) as (view, viewing):
        return _answer(view, viewing, SharedSessionForm(view))


@bp.get("/<int:session_id>/change")
@clinician_required
def ask_for_change(share_id: int, session_id: int) -> ResponseReturnValue:
    """The form of a session that the clinician recorded, as it is."""
    with shared_diary(share_id, WHAT, to_record=True) as view:
        row = store.own_session(view, current_account(), session_id) or abort(404)
        form = SharedSessionForm(view, data=answered_by(row.to_session()))
        return render_template(FORM, form=form, row=row, view=view)


@bp.post("/<int:session_id>/change")
@clinician_required
def change_session(share_id: int, session_id: int) -> ResponseReturnValue:
    """Change a session that the clinician recorded."""
    with diary_to_record_in(share_id, WHAT) as (view, viewing):
        row = _own(view, session_id)
        form = SharedSessionForm(view, data=answered_by(row.to_session()))
        return _answer(view, viewing, form, row)


@bp.post("/<int:session_id>/withdrawal")
@clinician_required
def withdraw_session(share_id: int, session_id: int) -> ResponseReturnValue:
    """Take a session that the clinician recorded out of the diary."""
    with diary_to_record_in(share_id, WHAT) as (view, viewing):
        row = _own(view, session_id)
        store.withdraw_session(view, row)
        viewing.what = f"Withdrew the Botox session of {short_date(row.date)}"
        flash(f"Session of {short_date(row.date)} withdrawn. The patient sees that on their log.")
        return redirect(view.root, 303)


def _own(view: Viewpoint, session_id: int) -> RecordedSession:
    return store.hold_own_session(view, current_account(), session_id) or abort(404)


def _answer(
    view: Viewpoint, viewing: Viewing, form: SharedSessionForm, row: RecordedSession | None = None
) -> ResponseReturnValue:
    if form.is_asked_to_fill():
        form.fill()
        return render_template(FORM, form=form, row=row, view=view)
    if form.validate_on_submit() and _is_stored(view, form, row):
        return _saved(view, viewing, form, "Changed the" if row else "Recorded a")
    return show_form(FORM, form, row=row, view=view)


def _is_stored(view: Viewpoint, form: SharedSessionForm, row: RecordedSession | None) -> bool:
    try:
        if row is None:
            store.record_session(view, current_account(), form.botox())
        else:
            store.change_session(view, current_account(), row, form.botox())
    except store.SameDayError as error:
        form.date.errors = [str(error)]
        return False
    return True


def _saved(
    view: Viewpoint, viewing: Viewing, form: SharedSessionForm, did: str
) -> ResponseReturnValue:
    botox = form.botox()
    viewing.what = f"{did} Botox session of {short_date(botox.date)}"
    done = "planned" if botox.is_planned else "saved"
    flash(f"Session of {short_date(botox.date)} {done}. The patient sees that you recorded it.")
    for hint in filter(None, (form.sum_hint(botox), *all_hints_for(botox, sessions_of(view)))):
        flash(hint, "careful")
    return redirect(view.root, 303)
