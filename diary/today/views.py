"""The first page: today for patients, a welcome for visitors."""

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.clock import now_of
from diary.accounts.gate import public, signed_in
from diary.sharing.scope import WHOLE
from diary.sharing.viewpoint import Viewpoint
from diary.today.page import build_today_page

bp = Blueprint("today", __name__)


@bp.get("/")
@public
def show_today() -> ResponseReturnValue:
    """The patient's day; a clinician's shared diaries; the landing page for everybody else."""
    person = signed_in()
    if person is None:
        return render_template("web/landing.html")
    patient = person.account
    if not patient.is_patient:
        return redirect(url_for("patients.list_patients"))
    tapped = request.args.get("day", type=date.fromisoformat)
    page = build_today_page(patient, now_of(patient), tapped)
    root = request.script_root
    view = Viewpoint(patient=patient, on=page.last, scope=WHOLE, root=root, can_write=True)
    is_attack = "calm" in request.args or (page.running_for and not request.args)
    template = "today/attack.html" if is_attack else "today/today.html"
    return render_template(template, page=page, view=view, today=page.today)
