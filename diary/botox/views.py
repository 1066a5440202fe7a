"""Recording Botox sessions: add, look at, change, remove."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.clock import last_day_of
from diary.accounts.gate import current_patient, patient_required
from diary.botox import store
from diary.botox.forms import SessionForm, answered_by
from diary.botox.models import RecordedSession
from diary.botox.side_effects.store import sessions_with_side_effects
from diary.clinical.session_hints import all_hints_for
from diary.clinical.side_effects import by_session, is_watched
from diary.clinical.treatment import days_given
from diary.web.formatting import short_date
from diary.web.forms import show_form
from diary.web.notices import say_with_undo

FORM = "botox/form.html"

bp = Blueprint("botox", __name__, url_prefix="/botox/sessions")


@bp.route("/new", methods=["GET", "POST"])
@patient_required
def add_session() -> ResponseReturnValue:
    """Record a session; `?date=` proposes its day."""
    return _answer(SessionForm(today=last_day_of(current_patient()), date=_proposed_day()))


@bp.get("/<int:session_id>")
@patient_required
def show_session(session_id: int) -> ResponseReturnValue:
    """One session, to look at."""
    patient = current_patient()
    rows, side_effects = sessions_with_side_effects(patient)
    row = next((row for row in rows if row.id == session_id), None) or abort(404)
    today, sessions = last_day_of(patient), [row.to_session() for row in rows]
    given = days_given(sessions, today)
    return render_template(
        "botox/session.html",
        row=row,
        hints=all_hints_for(row.to_session(), sessions),
        today=today,
        was_given=row.date in given,
        side_effects=by_session(side_effects, given).get(row.date, []),
        is_watched=is_watched(today, given),
    )


@bp.route("/<int:session_id>/change", methods=["GET", "POST"])
@patient_required
def change_session(session_id: int) -> ResponseReturnValue:
    """Change a session."""
    patient = current_patient()
    row = store.session_row_of(patient, session_id) or abort(404)
    answers = answered_by(row.to_session())
    return _answer(SessionForm(today=last_day_of(patient), data=answers), row)


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
    if form.is_asked_to_fill():
        form.fill()
        return render_template(FORM, form=form, row=row)
    was_planned = row is not None and row.is_planned
    if form.validate_on_submit() and _is_stored(form, row):
        return _saved(form, was_planned=was_planned)
    return show_form(FORM, form, row=row)


def _saved(form: SessionForm, *, was_planned: bool) -> ResponseReturnValue:
    botox = form.botox()
    done = "planned" if botox.is_planned else "saved"
    flash(f"Session of {short_date(botox.date)} {done}.")
    if was_planned and not botox.is_planned:
        flash("It was planned. Now it counts as given.")
    hints = all_hints_for(botox, store.sessions_of(current_patient()))
    for hint in filter(None, (form.sum_hint(botox), *hints)):
        flash(hint)
    return _to_botox()


def _is_stored(form: SessionForm, row: RecordedSession | None) -> bool:
    patient, botox = current_patient(), form.botox()
    try:
        if row is None:
            store.add_session(patient, botox)
            return True
        return store.change_session(patient, row.id, botox)
    except store.SameDayError as error:
        form.date.errors = [str(error)]
        return False


def _proposed_day() -> date | None:
    return request.args.get("date", type=date.fromisoformat)


def _to_botox() -> ResponseReturnValue:
    return redirect(f"{request.script_root}/botox", 303)
