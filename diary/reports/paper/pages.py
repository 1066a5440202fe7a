"""The report on a page and as a file, the same for everybody who may read the diary."""

from datetime import date
from urllib.parse import urlencode

from flask import Response, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from diary.reports.one_page import build_one_page
from diary.reports.paper.asked import (
    PAPER_NAMES,
    Asked,
    months_to_choose,
    read_asked,
)
from diary.reports.paper.document import document
from diary.reports.paper.press import print_pdf, refuse_when_busy
from diary.reports.paper.sheet import Sheet, sheet_of
from diary.sharing.viewpoint import Viewpoint


def report_page(view: Viewpoint) -> ResponseReturnValue:
    """What the report may hold, and the report itself, to read or to print."""
    asked = _asked(view)
    page = render_template(
        "reports/report.html",
        view=view,
        asked=asked,
        sheet=None if asked.trouble else _sheet(view, asked),
        months=[(str(month), month.in_words) for month in months_to_choose(view.on)],
        papers=PAPER_NAMES,
    )
    return page, 422 if asked.trouble else 200


def report_document(view: Viewpoint) -> bytes:
    """All that the PDF will say, read and judged; what cannot be made is told on the page.

    Raises PressError when too many reports are being made.
    """
    refuse_when_busy()
    asked = _asked(view)
    if asked.trouble:
        abort(redirect(f"{view.report_url()}?{urlencode(asked.answers)}", 303))
    return document(_sheet(view, asked), asked.paper)


def report_file(report: bytes, on: date) -> Response:
    """The PDF; its name tells the day, and not whose diary it is."""
    name = f"headache-diary-report-{on}.pdf"
    return Response(
        print_pdf(report),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _asked(view: Viewpoint) -> Asked:
    return read_asked(request.args, view.on, view.patient.country)


def _sheet(view: Viewpoint, asked: Asked) -> Sheet:
    return sheet_of(build_one_page(view, asked.period(view.on)), asked)
