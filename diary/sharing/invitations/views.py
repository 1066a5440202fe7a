"""Invitations by e-mail address: a patient sends and takes back, the clinician accepts."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import (
    clinician_required,
    current_account,
    current_patient,
    patient_required,
)
from diary.sharing.forms import InvitationForm
from diary.sharing.invitations import store
from diary.web.forms import show_form

bp = Blueprint("invitations", __name__)


@bp.route("/shares/invitations/new", methods=["GET", "POST"])
@patient_required
def invite() -> ResponseReturnValue:
    """Invite by e-mail address; the answer is the same whoever has that address."""
    form = InvitationForm()
    if not form.validate_on_submit():
        return show_form("sharing/invite.html", form)
    store.invite(current_patient(), form.email.data or "", form.grant())
    flash(f"{form.email.data} is invited. They see it when they sign in.")
    return redirect(url_for("sharing.show_shares"), 303)


@bp.post("/shares/invitations/<int:invitation_id>/removal")
@patient_required
def take_back(invitation_id: int) -> ResponseReturnValue:
    """Take an invitation back."""
    if not store.take_back(current_patient(), invitation_id):
        abort(404)
    flash("The invitation is taken back.")
    return redirect(url_for("sharing.show_shares"), 303)


@bp.post("/clinic/invitations/<int:invitation_id>/acceptance")
@clinician_required
def accept(invitation_id: int) -> ResponseReturnValue:
    """Accept an invitation that is addressed to the clinician."""
    if store.accept(current_account(), invitation_id) is None:
        abort(404)
    flash("Accepted. The diary is on your list.")
    return redirect(url_for("patients.list_patients"), 303)
