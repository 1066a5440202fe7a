"""Disputing a session that a clinician recorded, and taking that back."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import current_patient, patient_required
from diary.botox import store
from diary.web.notices import say_with_undo

bp = Blueprint("disputes", __name__, url_prefix="/botox/sessions")


@bp.post("/<int:session_id>/dispute")
@patient_required
def dispute_session(session_id: int) -> ResponseReturnValue:
    """Say that a session is not right."""
    if not store.dispute_session(current_patient(), session_id):
        abort(404)
    undo = url_for(".settle_session", session_id=session_id)
    say_with_undo("You dispute this session, so the diary does not count it.", undo)
    return redirect(url_for("botox.show_session", session_id=session_id), 303)


@bp.post("/<int:session_id>/dispute/withdrawal")
@patient_required
def settle_session(session_id: int) -> ResponseReturnValue:
    """Say that it is right after all."""
    if not store.settle_session(current_patient(), session_id):
        abort(404)
    flash("You do not dispute this session any more.")
    return redirect(f"{request.script_root}/botox", 303)
