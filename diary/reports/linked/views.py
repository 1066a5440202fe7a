"""A diary opened by link: the same pages as the patient's own, cut to what the link shows."""

from datetime import date

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from diary.clinical.period import Month
from diary.reports import pages
from diary.reports.paper.pages import report_document, report_file, report_page
from diary.sharing.links.opening.access import linked_diary
from diary.sharing.links.opening.gate import link_required
from diary.web.cdn import refuse_scripts_from_elsewhere
from diary.web.formatting import long_date

bp = Blueprint("linked", __name__, url_prefix="/s/<public_id>/diary")
bp.before_request(refuse_scripts_from_elsewhere)


@bp.after_request
def tell_nobody(response: Response) -> Response:
    """Let the address of a page be told to no other page, and to no search engine."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@bp.get("")
@link_required
def show_overview(public_id: str) -> ResponseReturnValue:
    """Everything that a visit needs of the diary on one screen."""
    with linked_diary(public_id, "Overview") as view:
        return pages.review_page(view)


@bp.get("/months/<month:month>")
@link_required
def show_month(public_id: str, month: Month) -> ResponseReturnValue:
    """One month of the diary."""
    with linked_diary(public_id, month.in_words) as view:
        return pages.month_page(view, month)


@bp.get("/trends")
@link_required
def show_trends(public_id: str) -> ResponseReturnValue:
    """The last twelve months of the diary."""
    with linked_diary(public_id, "Trends") as view:
        return pages.trends_page(view)


@bp.get("/botox")
@link_required
def show_botox(public_id: str) -> ResponseReturnValue:
    """The Botox treatment in the diary."""
    with linked_diary(public_id, "Botox") as view:
        return pages.botox_page(view)


@bp.get("/botox/evidence")
@link_required
def show_evidence(public_id: str) -> ResponseReturnValue:
    """The time before treatment in the diary, for a consultation."""
    with linked_diary(public_id, "Before Botox") as view:
        return pages.evidence_page(view)


@bp.get("/days/<date:day>")
@link_required
def show_day(public_id: str, day: date) -> ResponseReturnValue:
    """One day of the diary."""
    with linked_diary(public_id, long_date(day)) as view:
        return pages.day_page(view, day)


@bp.get("/report")
@link_required
def show_report(public_id: str) -> ResponseReturnValue:
    """The report for a visit."""
    with linked_diary(public_id, "Report") as view:
        return report_page(view)


@bp.get("/report.pdf")
@link_required
def download_report(public_id: str) -> ResponseReturnValue:
    """The same as PDF, set in type when the reading is over."""
    with linked_diary(public_id, "Report as PDF") as view:
        report, on = report_document(view), view.on
    return report_file(report, on)
