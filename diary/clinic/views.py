"""One diary that a patient shares: the same pages as the patient's own, cut to what is shared."""

from datetime import date

from flask import Blueprint
from flask.typing import ResponseReturnValue

from diary.accounts.gate import clinician_required
from diary.clinical.period import Month
from diary.reports import pages
from diary.reports.paper.pages import report_document, report_file, report_page
from diary.sharing.access import shared_diary
from diary.web.formatting import long_date

bp = Blueprint("clinic", __name__, url_prefix="/clinic")


@bp.get("/diaries/<int:share_id>")
@clinician_required
def show_review(share_id: int) -> ResponseReturnValue:
    """Everything that a visit needs of a shared diary on one screen."""
    with shared_diary(share_id, "The review") as view:
        return pages.review_page(view)


@bp.get("/diaries/<int:share_id>/months/<month:month>")
@clinician_required
def show_month(share_id: int, month: Month) -> ResponseReturnValue:
    """One month of a shared diary."""
    with shared_diary(share_id, month.in_words) as view:
        return pages.month_page(view, month)


@bp.get("/diaries/<int:share_id>/trends")
@clinician_required
def show_trends(share_id: int) -> ResponseReturnValue:
    """The last twelve months of a shared diary."""
    with shared_diary(share_id, "Trends") as view:
        return pages.trends_page(view)


@bp.get("/diaries/<int:share_id>/botox")
@clinician_required
def show_botox(share_id: int) -> ResponseReturnValue:
    """The Botox treatment of a shared diary."""
    with shared_diary(share_id, "Botox") as view:
        return pages.botox_page(view)


@bp.get("/diaries/<int:share_id>/botox/evidence")
@clinician_required
def show_evidence(share_id: int) -> ResponseReturnValue:
    """The time before treatment in a shared diary, for a consultation."""
    with shared_diary(share_id, "Before Botox") as view:
        return pages.evidence_page(view)


@bp.get("/diaries/<int:share_id>/days/<date:day>")
@clinician_required
def show_day(share_id: int, day: date) -> ResponseReturnValue:
    """One day of a shared diary."""
    with shared_diary(share_id, long_date(day)) as view:
        return pages.day_page(view, day)


@bp.get("/diaries/<int:share_id>/report")
@clinician_required
def show_report(share_id: int) -> ResponseReturnValue:
    """The report for a visit of a shared diary."""
    with shared_diary(share_id, "Report") as view:
        return report_page(view)


@bp.get("/diaries/<int:share_id>/report.pdf")
@clinician_required
def download_report(share_id: int) -> ResponseReturnValue:
    """The same as PDF, set in type when the reading is over."""
    with shared_diary(share_id, "Report as PDF") as view:
        report, on = report_document(view), view.on
    return report_file(report, on)
