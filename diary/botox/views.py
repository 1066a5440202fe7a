"""Recording Botox sessions: add, change, remove."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import current_patient, patient_required
from diary.botox import store
from diary.botox.forms import SessionForm
from diary.botox.models import RecordedSession
from diary.clinical.session_hints import hints_for
from diary.clinical.treatment import BotoxSession
from diary.web.formatting import short_date
from diary.web.forms import show_form
from diary.web.notices import say_with_undo

TEMPLATE = "botox/session.html"

bp = Blueprint("botox", __name__, url_prefix="/botox/sessions")


@bp.route("/new", methods=["GET", "POST"])
@patient_required
def add_session() -> ResponseReturnValue:
    """Record a session."""
    return _answer(SessionForm())


@bp.route("/<int:session_id>", methods=["GET", "POST"])
@patient_required
def change_session(session_id: int) -> ResponseReturnValue:
    """One session, to change or remove."""
    row = store.session_row_of(current_patient(), session_id) or abort(404)
    return _answer(SessionForm(obj=row), row)


@bp.post("/<int:session_id>/removal")
@patient_required
def remove_session(session_id: int) -> ResponseReturnValue:
    """Take a session out of the diary."""
    if not store.remove_session(current_patient(), session_id):
        abort(404)
    say_with_undo("Session removed.", url_for(".restore_session", session_id=session_id))
    return _to_botox()


@bp.post("/<int:session_id>/restoration")
@patient_required
def restore_session(session_id: int) -> ResponseReturnValue:
    """Undo a removal."""
    if not store.restore_session(current_patient(), session_id):
        abort(404)
    flash("The session is back.")
    return _to_botox()


def _answer(form: SessionForm, row: RecordedSession | None = None) -> ResponseReturnValue:
    if form.standard_pattern.data:
        form.fill_standard_pattern()
        return render_template(TEMPLATE, form=form, row=row)
    if form.validate_on_submit() and _is_stored(form, row):
        return _saved(form.botox())
    hints = hints_for(row.to_session()) if row and not form.is_submitted() else ()
    return show_form(TEMPLATE, form, row=row, hints=hints)


def _saved(botox: BotoxSession) -> ResponseReturnValue:
    flash(f"Session of {short_date(botox.date)} saved.")
    for hint in hints_for(botox):
        flash(hint, "careful")
    return _to_botox()


def _is_stored(form: SessionForm, row: RecordedSession | None) -> bool:
    patient, botox, injector = current_patient(), form.botox(), form.injector.data
    try:
        if row is None:
            store.add_session(patient, botox, injector)
            return True
        return store.change_session(patient, row.id, botox, injector)
    except store.SameDayError as error:
        form.date.errors = [str(error)]
        return False


def _to_botox() -> ResponseReturnValue:
    return redirect(f"{request.script_root}/botox", 303)
