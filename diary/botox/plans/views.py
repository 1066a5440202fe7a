"""Planning a Botox session, and saying whether it took place."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import current_patient, patient_required
from diary.botox import store
from diary.botox.plans.forms import PlanForm
from diary.web.formatting import short_date
from diary.web.forms import show_form
from diary.web.notices import say_with_undo

bp = Blueprint("plans", __name__, url_prefix="/botox/sessions")


@bp.post("/plans")
@patient_required
def plan_session() -> ResponseReturnValue:
    """Plan a session on the day of the button."""
    form = PlanForm()
    if not form.validate():
        return show_form("botox/form.html", form.as_session())
    row = store.add_session(current_patient(), form.botox())
    undo = url_for("botox.remove_session", session_id=row.id)
    say_with_undo(f"Session planned for {short_date(row.date)}.", undo)
    return redirect(f"{request.script_root}/botox", 303)


@bp.post("/<int:session_id>/confirmation")
@patient_required
def confirm_session(session_id: int) -> ResponseReturnValue:
    """Count a planned session as given."""
    if not store.say_it_took_place(current_patient(), session_id, it_did=True):
        abort(404)
    undo = url_for(".doubt_session", session_id=session_id)
    say_with_undo("It took place, so the diary counts it.", undo)
    return redirect(url_for("botox.show_session", session_id=session_id), 303)


@bp.post("/<int:session_id>/confirmation/withdrawal")
@patient_required
def doubt_session(session_id: int) -> ResponseReturnValue:
    """Take back that a session took place."""
    if not store.say_it_took_place(current_patient(), session_id, it_did=False):
        abort(404)
    flash("The session is planned again, and not counted.")
    return redirect(f"{request.script_root}/botox", 303)
