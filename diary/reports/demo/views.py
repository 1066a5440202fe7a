"""The demo diary: every page can be looked at, none can change anything."""

from datetime import date

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from diary.accounts.gate import public
from diary.clinical.period import Month
from diary.demo.store import demo_patient, demo_today
from diary.reports import pages
from diary.reports.paper.pages import report_document, report_file, report_page
from diary.sharing.scope import WHOLE
from diary.sharing.viewpoint import Viewpoint

bp = Blueprint("demo", __name__, url_prefix="/demo")


def demo_diary() -> Viewpoint:
    """The invented person's diary, on the day up to which it is told."""
    patient = demo_patient()
    return Viewpoint(
        patient=patient,
        on=demo_today(patient),
        scope=WHOLE,
        root=f"{request.script_root}/demo",
    )


@bp.get("")
@public
def show_demo() -> ResponseReturnValue:
    """The last days, the month so far, and where to look further."""
    return pages.overview_page(demo_diary())


@bp.get("/months")
@public
def show_this_month() -> ResponseReturnValue:
    """Lead to the running month."""
    view = demo_diary()
    return redirect(view.month_url(view.this_month))


@bp.get("/months/<month:month>")
@public
def show_month(month: Month) -> ResponseReturnValue:
    """One month of the demo diary."""
    return pages.month_page(demo_diary(), month)


@bp.get("/trends")
@public
def show_trends() -> ResponseReturnValue:
    """The last twelve months of the demo diary."""
    return pages.trends_page(demo_diary())


@bp.get("/botox")
@public
def show_botox() -> ResponseReturnValue:
    """The Botox treatment of the demo diary."""
    return pages.botox_page(demo_diary())


@bp.get("/botox/evidence")
@public
def show_evidence() -> ResponseReturnValue:
    """The page for a consultation, of the demo diary."""
    return pages.evidence_page(demo_diary())


@bp.get("/days/<date:day>")
@public
def show_day(day: date) -> ResponseReturnValue:
    """One day of the demo diary, to read."""
    return pages.day_page(demo_diary(), day)


@bp.get("/report")
@public
def show_report() -> ResponseReturnValue:
    """The report for a visit of the demo diary."""
    return report_page(demo_diary())


@bp.get("/report.pdf")
@public
def download_report() -> ResponseReturnValue:
    """The same as PDF."""
    view = demo_diary()
    return report_file(report_document(view), view.on)
