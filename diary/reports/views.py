"""Reading one's own diary back: months, trends, Botox."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from diary.accounts.clock import today_of
from diary.accounts.gate import current_patient, patient_required
from diary.clinical.period import Month
from diary.reports import pages
from diary.reports.viewpoint import Viewpoint

bp = Blueprint("reports", __name__)


def own_diary() -> Viewpoint:
    """The signed-in patient's own diary, today."""
    patient = current_patient()
    return Viewpoint(
        patient=patient, on=today_of(patient), root=request.script_root, can_write=True
    )


@bp.get("/months")
@patient_required
def show_this_month() -> ResponseReturnValue:
    """Lead to the running month."""
    view = own_diary()
    return redirect(view.month_url(view.this_month))


@bp.get("/months/<month:month>")
@patient_required
def show_month(month: Month) -> ResponseReturnValue:
    """One month of the diary."""
    return pages.month_page(own_diary(), month)


@bp.get("/trends")
@patient_required
def show_trends() -> ResponseReturnValue:
    """The last twelve months, as charts with their numbers."""
    return pages.trends_page(own_diary())


@bp.get("/botox")
@patient_required
def show_botox() -> ResponseReturnValue:
    """The Botox treatment: sessions, before and after, and the rules clinics use."""
    return pages.botox_page(own_diary())
