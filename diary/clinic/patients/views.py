"""The clinician's first page: everybody who shares a diary, in one row each."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from diary.accounts.gate import clinician_required, current_account
from diary.clinic.patients import store
from diary.clinic.patients.choice import read_choice
from diary.clinic.patients.page import PatientsPage
from diary.sharing.invitations.store import invitations_for

bp = Blueprint("patients", __name__)


@bp.get("/clinic")
@clinician_required
def list_patients() -> ResponseReturnValue:
    """The patients who share their diaries, sorted and filtered as the address says."""
    choice = read_choice(request.args)
    clinician = current_account()
    listed, fitting = store.list_patients(clinician, choice)
    if not listed and choice.page > 1:
        return redirect(f"{request.path}?{choice.turned(1 - choice.page).query}", 303)
    page = PatientsPage(choice=choice, listed=listed, fitting=fitting)
    invitations = invitations_for(clinician)
    return render_template("clinic/patients/list.html", page=page, invitations=invitations)
