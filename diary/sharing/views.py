"""The patient decides who may read: sees it, allows it, changes it, ends it."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import current_patient, patient_required
from diary.accounts.models import Account
from diary.clinical.text import isolated
from diary.sharing import store
from diary.sharing.codes.models import ClinicCode
from diary.sharing.codes.store import clinician_with
from diary.sharing.ending import end_everything
from diary.sharing.forms import GrantForm
from diary.sharing.page import build_sharing_page, what_is_shared
from diary.web.converters import LARGEST_ID
from diary.web.formatting import short_date
from diary.web.forms import show_form

bp = Blueprint("sharing", __name__, url_prefix="/shares")
bp.add_app_template_filter(what_is_shared)


@bp.get("")
@patient_required
def show_shares() -> ResponseReturnValue:
    """Who may look, and who looked; `?before=` turns the pages of the log."""
    before = request.args.get("before", type=int)
    if before is not None and not 0 < before <= LARGEST_ID:
        abort(404)
    page = build_sharing_page(current_patient(), before)
    return render_template("sharing/shares.html", page=page)


@bp.get("/new")
@patient_required
def choose_reader() -> ResponseReturnValue:
    """Ask whom to share with; a clinician's code leads on to what to share."""
    typed = request.args.get("code")
    found = None if typed is None else clinician_with(typed)
    if found is None:
        return _ask_for_code(typed)
    return _show_grant(GrantForm(), *found)


@bp.post("/new")
@patient_required
def add_share() -> ResponseReturnValue:
    """Let the clinician with this code read."""
    typed, form = request.args.get("code", ""), GrantForm()
    found = clinician_with(typed)
    if found is None:
        return _ask_for_code(typed)
    clinician, code = found
    if not form.validate():
        return _show_grant(form, clinician, code)
    grant = form.grant()
    store.add_share(current_patient(), clinician, grant)
    flash(f"{isolated(clinician.name)} can look until {short_date(grant.ends_on)}.")
    return redirect(url_for(".show_shares"), 303)


@bp.route("/<int:share_id>", methods=["GET", "POST"])
@patient_required
def change_share(share_id: int) -> ResponseReturnValue:
    """One share, to change, to renew or to end."""
    patient = current_patient()
    found = store.share_of(patient, share_id) or abort(404)
    form = GrantForm(found.share.grant)
    if form.validate_on_submit() and store.change_share(patient, share_id, form.grant()):
        until = short_date(form.grant().ends_on)
        flash(f"Saved. {isolated(found.clinician.name)} can look until {until}.")
        return redirect(url_for(".show_shares"), 303)
    return show_form("sharing/share.html", form, found=found)


@bp.post("/<int:share_id>/withdrawal")
@patient_required
def withdraw(share_id: int) -> ResponseReturnValue:
    """End a share at once."""
    if not store.withdraw(current_patient(), share_id):
        abort(404)
    flash("Done. They cannot look any more.")
    return redirect(url_for(".show_shares"), 303)


@bp.post("/withdrawal")
@patient_required
def withdraw_all() -> ResponseReturnValue:
    """End every share and every invitation at once."""
    end_everything(current_patient())
    flash("Done. Nobody but you can look any more.")
    return redirect(url_for(".show_shares"), 303)


def _ask_for_code(typed: str | None) -> ResponseReturnValue:
    page = render_template("sharing/choose.html", typed=typed)
    return page, 200 if typed is None else 422


def _show_grant(form: GrantForm, clinician: Account, code: ClinicCode) -> ResponseReturnValue:
    return show_form("sharing/new.html", form, clinician=clinician, code=code)
