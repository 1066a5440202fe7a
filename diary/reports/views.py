"""Reading one's own diary back: months, trends, Botox, the report for a visit."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from diary.accounts.gate import patient_required
from diary.clinical.period import Month
from diary.reports import pages
from diary.reports.drawings.chart import draw
from diary.reports.paper.pages import report_document, report_file, report_page
from diary.sharing.access import own_diary

bp = Blueprint("reports", __name__)
bp.add_app_template_filter(draw, "as_drawing")


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


@bp.get("/botox/evidence")
@patient_required
def show_evidence() -> ResponseReturnValue:
    """The time before treatment on one page, for a consultation."""
    return pages.evidence_page(own_diary())


@bp.get("/report")
@patient_required
def show_report() -> ResponseReturnValue:
    """The report for a visit, to choose, read and print."""
    return report_page(own_diary())


@bp.get("/report.pdf")
@patient_required
def download_report() -> ResponseReturnValue:
    """The same as PDF."""
    view = own_diary()
    return report_file(report_document(view), view.on)
