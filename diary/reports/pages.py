"""The pages of a diary, the same for everybody who may read it."""

from datetime import date

from flask import abort, render_template, request

from diary.clinical.period import Month
from diary.clinical.trials import trials_in_words
from diary.reports.botox import BotoxReport, build_botox_report
from diary.reports.botox_charts import block_chart, curve_chart, cycles_chart
from diary.reports.charts import Chart
from diary.reports.clinic_rules import answers_in
from diary.reports.day import build_day_report
from diary.reports.evidence import MONTH_HEADERS, build_evidence
from diary.reports.month import build_month_report
from diary.reports.overview import build_overview
from diary.reports.preventives_tried import HEADERS, rows_of
from diary.reports.review import build_review
from diary.reports.trends import build_trends
from diary.sharing.viewpoint import Viewpoint
from diary.web.formatting import long_date


def month_page(view: Viewpoint, month: Month) -> str:
    """One month; a month that has not begun has no page."""
    if month > view.this_month:
        abort(404)
    if not view.scope.reaches(month):
        return _not_shared(view, month.in_words)
    report = build_month_report(view, month)
    return render_template("reports/month.html", view=view, report=report)


def trends_page(view: Viewpoint) -> str:
    """The last twelve months."""
    trends = build_trends(view)
    return render_template("reports/trends.html", view=view, trends=trends)


def botox_page(view: Viewpoint) -> str:
    """The Botox treatment; `?block=` chooses what is compared with the time before."""
    if not view.scope.treatments:
        return _not_shared(view, "Botox")
    report = build_botox_report(view, request.args.get("block"))
    return render_template(
        "reports/botox.html",
        view=view,
        report=report,
        charts=_botox_charts(report, view),
        answers=answers_in(report.findings),
        trials=trials_in_words(),
    )


def evidence_page(view: Viewpoint) -> str:
    """What a candidate for Botox can take to the consultation."""
    if not view.scope.treatments:
        return _not_shared(view, "Before Botox")
    evidence = build_evidence(view)
    tried = rows_of(evidence.case.preventives or (), view.on)
    return render_template(
        "reports/evidence.html",
        view=view,
        evidence=evidence,
        tried=tried,
        tried_headers=HEADERS,
        month_headers=MONTH_HEADERS,
        month_links=[view.month_url(month.month) for month in evidence.months],
    )


def day_page(view: Viewpoint, day: date) -> str:
    """One day to read; a day that has not begun has no page."""
    if day > view.on:
        abort(404)
    if day not in view.scope:
        return _not_shared(view, long_date(day))
    report = build_day_report(view, day)
    return render_template("reports/day.html", view=view, report=report)


def overview_page(view: Viewpoint) -> str:
    """The last two weeks and the month so far."""
    overview = build_overview(view)
    return render_template("reports/overview.html", view=view, overview=overview)


def review_page(view: Viewpoint) -> str:
    """Everything that a visit needs on one screen."""
    return render_template(
        "reports/review.html", view=view, review=build_review(view), tried_headers=HEADERS
    )


def _botox_charts(report: BotoxReport, view: Viewpoint) -> list[Chart]:
    """Block by block, week by week, and cycle beside cycle, as far as there is something to draw."""
    course, diary = report.course, report.case.diary
    if course is None:
        return []
    blocks = block_chart(course, view.block_url, report.marked_changes)
    cycles = cycles_chart(diary, course)
    return [blocks, curve_chart(diary, course), *([cycles] if cycles else [])]


def _not_shared(view: Viewpoint, title: str) -> str:
    return render_template("reports/not_shared.html", view=view, title=title)
