"""The clinician's own code, to read out or to print as a poster."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import clinician_required, current_account
from diary.sharing.codes import store
from diary.sharing.codes.forms import ClinicForm
from diary.web.forms import show_form
from diary.web.qr import qr_code

bp = Blueprint("codes", __name__)
bp.add_app_template_global(qr_code)


@bp.route("/clinic/code", methods=["GET", "POST"])
@clinician_required
def show_code() -> ResponseReturnValue:
    """The code with its poster; before there is one, the question for the clinic's name."""
    clinician = current_account()
    code = store.code_of(clinician)
    form = ClinicForm(obj=code)
    if form.validate_on_submit():
        store.make_code(clinician, form.clinic.data or "")
        flash("Saved.")
        return redirect(url_for(".show_code"), 303)
    return show_form("clinic/code.html", form, code=code, clinician=clinician)
