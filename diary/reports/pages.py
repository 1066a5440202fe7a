"""The pages of a diary, the same for everybody who may read it."""

from flask import abort, render_template

from diary.clinical.period import Month
from diary.reports.month import build_month_report
from diary.reports.viewpoint import Viewpoint


def month_page(view: Viewpoint, month: Month) -> str:
    """One month; a month that has not begun has no page."""
    if month > view.this_month:
        abort(404)
    report = build_month_report(view.patient, month, view.on)
    return render_template("reports/month.html", view=view, report=report)
