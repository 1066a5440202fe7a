"""The preventives tried: what clinics ask for before they offer Botox."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import current_patient, patient_required
from diary.clinical.day import Purpose
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.clinical.text import isolated
from diary.medicines.preventives import store
from diary.medicines.preventives.forms import OUTCOME_WORDS, PreventiveForm
from diary.web.forms import show_form
from diary.web.notices import say_with_undo

PREVENTIVES = tuple(one for one in STANDARD_FORMULARY if one.purpose is Purpose.PREVENTIVE)

bp = Blueprint("preventives", __name__, url_prefix="/medicines/preventives")


@bp.get("")
@patient_required
def list_preventives() -> ResponseReturnValue:
    """Every preventive tried, the latest first."""
    rows = store.preventive_rows_of(current_patient())
    none_tried = not rows and store.has_tried_none(current_patient())
    template = "medicines/preventives/list.html"
    return render_template(template, rows=rows, none_tried=none_tried, outcomes=OUTCOME_WORDS)


@bp.post("/none")
@patient_required
def say_none_tried() -> ResponseReturnValue:
    """Say that no preventive was tried, which an empty list does not say."""
    store.say_none_tried(current_patient())
    say_with_undo("Saved: none tried.", url_for(".unsay_none_tried"))
    return _to_list()


@bp.post("/none/withdrawal")
@patient_required
def unsay_none_tried() -> ResponseReturnValue:
    """Leave it open again."""
    store.unsay_none_tried(current_patient())
    flash("Left open.")
    return _to_list()


@bp.route("/new", methods=["GET", "POST"])
@patient_required
def add_preventive() -> ResponseReturnValue:
    """Record a preventive."""
    form = PreventiveForm.showing()
    if not form.validate_on_submit():
        return _show(form)
    added = store.add_preventive(current_patient(), form.preventive())
    flash(f"{isolated(added.medicine)} saved.")
    return _to_list()


@bp.route("/<int:preventive_id>", methods=["GET", "POST"])
@patient_required
def change_preventive(preventive_id: int) -> ResponseReturnValue:
    """One preventive, to change or remove."""
    row = store.preventive_row_of(current_patient(), preventive_id) or abort(404)
    form = PreventiveForm.showing(row)
    if not form.validate_on_submit():
        return _show(form, row=row)
    store.change_preventive(current_patient(), row.id, form.preventive())
    flash("Changes saved.")
    return _to_list()


@bp.post("/<int:preventive_id>/removal")
@patient_required
def remove_preventive(preventive_id: int) -> ResponseReturnValue:
    """Take a preventive off the list."""
    if not store.remove_preventive(current_patient(), preventive_id):
        abort(404)
    say_with_undo("Removed.", url_for(".restore_preventive", preventive_id=preventive_id))
    return _to_list()


@bp.post("/<int:preventive_id>/restoration")
@patient_required
def restore_preventive(preventive_id: int) -> ResponseReturnValue:
    """Undo a removal."""
    if not store.restore_preventive(current_patient(), preventive_id):
        abort(404)
    flash("Back on your list.")
    return _to_list()


def _show(form: PreventiveForm, row: object = None) -> ResponseReturnValue:
    template = "medicines/preventives/preventive.html"
    return show_form(template, form, row=row, medicines=PREVENTIVES)


def _to_list() -> ResponseReturnValue:
    return redirect(url_for(".list_preventives"), 303)
