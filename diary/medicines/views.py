"""The patient's own list of medicines."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import current_patient, patient_required
from diary.clinical.measure import MedicineMeasure
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.clinical.month import MEDICINE_DAYS_A_MONTH
from diary.clinical.text import isolated
from diary.medicines import store
from diary.medicines.forms import OwnMedicineForm
from diary.medicines.kind import counts_as
from diary.medicines.models import OwnMedicine
from diary.medicines.names import medicine_options
from diary.web.forms import show_form
from diary.web.notices import say_with_undo

bp = Blueprint("medicines", __name__, url_prefix="/medicines")
bp.add_app_template_filter(counts_as)
bp.add_app_template_global(medicine_options)


@bp.route("", methods=["GET", "POST"])
@patient_required
def list_medicines() -> ResponseReturnValue:
    """The list, and a form that adds to it."""
    form = OwnMedicineForm()
    if form.validate_on_submit():
        try:
            added = store.add_own_medicine(current_patient(), **form.medicine())
        except store.AlreadyListedError as error:
            form.name.errors = [str(error)]
        else:
            flash(
                f"{isolated(added.label)} is on your list. It counts as: {counts_as(added.classes)}."
            )
            return _to_list()
    return show_form(
        "medicines/list.html",
        form,
        medicines=store.own_medicines_of(current_patient()),
        archived=store.own_medicines_of(current_patient(), archived=True),
        formulary=STANDARD_FORMULARY,
        limits=MEDICINE_DAYS_A_MONTH,
        measures=MedicineMeasure,
    )


@bp.route("/<int:medicine_id>", methods=["GET", "POST"])
@patient_required
def change_medicine(medicine_id: int) -> ResponseReturnValue:
    """One medicine of the list, to change, put away or remove."""
    medicine = store.own_medicine_of(current_patient(), medicine_id) or abort(404)
    form = OwnMedicineForm.showing(medicine)
    if form.validate_on_submit() and _changed(medicine, form):
        flash(f"{isolated(medicine.label)}: changes saved.")
        return _to_list()
    return show_form(
        "medicines/medicine.html", form, medicine=medicine, formulary=STANDARD_FORMULARY
    )


def _changed(medicine: OwnMedicine, form: OwnMedicineForm) -> bool:
    try:
        return store.change_own_medicine(current_patient(), medicine.id, **form.medicine())
    except store.AlreadyListedError as error:
        form.name.errors = [str(error)]
        return False


@bp.post("/<int:medicine_id>/archiving")
@patient_required
def archive_medicine(medicine_id: int) -> ResponseReturnValue:
    """Put a medicine away that is not taken any more."""
    _only_if(store.archive_own_medicine(current_patient(), medicine_id))
    undo = url_for(".return_medicine", medicine_id=medicine_id)
    say_with_undo("Put away. Days that name it keep it.", undo)
    return _to_list()


@bp.post("/<int:medicine_id>/return")
@patient_required
def return_medicine(medicine_id: int) -> ResponseReturnValue:
    """Bring back a medicine that was put away."""
    _only_if(store.return_own_medicine(current_patient(), medicine_id))
    flash("Back on your list.")
    return _to_list()


@bp.post("/<int:medicine_id>/removal")
@patient_required
def remove_medicine(medicine_id: int) -> ResponseReturnValue:
    """Take a medicine off the list."""
    _only_if(store.remove_own_medicine(current_patient(), medicine_id))
    undo = url_for(".restore_medicine", medicine_id=medicine_id)
    say_with_undo("Removed. Days that name it keep it, and count as before.", undo)
    return _to_list()


@bp.post("/<int:medicine_id>/restoration")
@patient_required
def restore_medicine(medicine_id: int) -> ResponseReturnValue:
    """Undo a removal."""
    _only_if(store.restore_own_medicine(current_patient(), medicine_id))
    flash("Back on your list.")
    return _to_list()


def _to_list() -> ResponseReturnValue:
    return redirect(url_for(".list_medicines"), 303)


def _only_if(found: bool) -> None:
    if not found:
        abort(404)
