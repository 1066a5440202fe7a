"""The report says what the pages say, for any diary."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from flask import Flask

from diary.accounts.models import Account
from diary.botox.side_effects.store import add_side_effect
from diary.botox.store import add_session
from diary.clinic.patients.summary import Summary
from diary.clinical.day import DiaryDay
from diary.clinical.measure import AnyMeasure, Measure, MedicineMeasure
from diary.clinical.period import Month, Period
from diary.clinical.reduction import UNKNOWN_REDUCTION
from diary.clinical.side_effects import SideEffect, SideEffectKind
from diary.clinical.treatment import BotoxSession, Preventive
from diary.days.store import write_days
from diary.medicines.preventives.store import add_preventive
from diary.reports.botox import build_botox_report
from diary.reports.clinic_rules import answers_in
from diary.reports.evidence import build_evidence
from diary.reports.month import build_month_report
from diary.reports.one_page import build_one_page
from diary.reports.paper.asked import Asked, Paper
from diary.reports.paper.sheet import sheet_of
from diary.reports.review import build_review
from diary.reports.trends import build_trends
from diary.reports.words import bounds
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.viewpoint import Viewpoint
from tests.reports.some_days import KINDS
from tests.statements import statements_of

TODAY = date(2026, 4, 14)
A_YEAR = Period(date(2025, 5, 1), TODAY)
ASKED = Asked(first=Month(2025, 5), last=Month(2026, 4), paper=Paper.A4)
COLUMNS: dict[str, AnyMeasure] = {
    "Headache": Measure.HEADACHE_DAYS,
    "Migraine": Measure.MIGRAINE_DAYS,
    "Acute medicine": Measure.ACUTE_MEDICATION_DAYS,
    "Crystal-clear": Measure.CRYSTAL_CLEAR_DAYS,
    "Triptan": MedicineMeasure.TRIPTAN,
}


def any_days(chance: Random) -> list[DiaryDay]:
    """A year and a half of days of every kind, with gaps."""
    dates = [TODAY - timedelta(days=back) for back in range(550)]
    kinds = [chance.choice(KINDS) for _ in dates]
    return [kind(on) for on, kind in zip(dates, kinds, strict=True) if kind]


@pytest.fixture(params=range(4))
def annas_view(request: pytest.FixtureRequest, app: Flask, anna: Account) -> Viewpoint:
    """Anna's own reading of some diary with sessions and a preventive."""
    chance = Random(request.param)
    with app.app_context():
        write_days(anna, any_days(chance))
        for back in (chance.randint(200, 280), chance.randint(90, 180), chance.randint(0, 80)):
            add_session(anna, BotoxSession(date=TODAY - timedelta(days=back), units=155))
        add_preventive(anna, Preventive(medicine="propranolol", started=date(2026, 1, 2)))
    return Viewpoint(patient=anna, on=TODAY, scope=WHOLE)


def test_every_number_of_a_month_is_that_of_its_page(app: Flask, annas_view: Viewpoint) -> None:
    with app.app_context():
        page = build_one_page(annas_view, A_YEAR)
        table = sheet_of(page, ASKED).months
        assert table is not None
        heads = [head.text for head in table.heads]
        for row, summary in zip(table.rows, page.months, strict=False):
            report = build_month_report(annas_view, summary.month)
            for name, measure in COLUMNS.items():
                if name not in heads:
                    continue
                cell = row[heads.index(name)]
                assert cell.text == bounds(report.summary.counts[measure])


def test_the_findings_are_those_of_the_pages(app: Flask, annas_view: Viewpoint) -> None:
    with app.app_context():
        page = build_one_page(annas_view, A_YEAR)
        month = build_month_report(annas_view, Month(2026, 4))
        botox = build_botox_report(annas_view)
    assert page.findings == [*month.findings, *botox.findings]
    groups = sheet_of(page, ASKED).rules
    shown = {line.title: line.verdict for group in groups for line in group.lines}
    assert shown == {one.rule.title: one.verdict for one in page.findings}


def test_the_evidence_is_that_of_its_page(app: Flask, annas_view: Viewpoint) -> None:
    with app.app_context():
        page, shown = build_one_page(annas_view, A_YEAR).evidence, build_evidence(annas_view)
    assert page is not None
    assert (page.month_rows, page.recorded) == (shown.month_rows, shown.recorded)
    assert (page.answer, page.background) == (shown.answer, shown.background)
    assert (page.open_points, page.steps) == (shown.open_points, shown.steps)


def test_before_and_after_and_the_charts_are_those_of_the_pages(
    app: Flask, annas_view: Viewpoint
) -> None:
    with app.app_context():
        page = build_one_page(annas_view, A_YEAR)
        botox, trends = build_botox_report(annas_view), build_trends(annas_view)
    assert page.botox is not None
    assert page.botox.chosen is not None
    assert botox.chosen is not None
    assert page.botox.chosen.changes == botox.chosen.changes
    assert page.botox.cycle_rows == botox.cycle_rows
    assert page.botox.other_changes == botox.other_changes
    assert page.trends.headache_days == trends.headache_days
    assert page.trends.migraine_days == trends.migraine_days


def test_the_review_says_what_the_botox_page_and_the_list_of_patients_say(
    app: Flask, annas_view: Viewpoint
) -> None:
    with app.app_context():
        chance = Random(annas_view.patient.id)
        for back in (chance.randint(0, 60), chance.randint(100, 250)):
            began = TODAY - timedelta(days=back)
            add_side_effect(
                annas_view.patient, SideEffect(kind=SideEffectKind.NECK_PAIN, began=began)
            )
        review, botox = build_review(annas_view), build_botox_report(annas_view)
        listed = Summary.of(botox.case.diary, botox.case.sessions, TODAY)
    page = review.page.botox
    assert page is not None
    assert page.side_effects
    assert [row.id for row in page.rows] == [row.id for row in botox.rows]
    assert page.side_effects_by_session == botox.side_effects_by_session
    assert (page.next_session, page.course) == (botox.next_session, botox.course)
    assert [one for answer in review.answers for one in answer.findings] == [
        one for answer in answers_in(botox.findings) for one in answer.findings
    ]
    assert review.page.last_28_days == listed.recent
    change = review.recent.reduction(Measure.HEADACHE_DAYS) if review.recent else UNKNOWN_REDUCTION
    assert change == listed.change


def test_it_costs_three_statements_however_long_it_is(app: Flask, annas_view: Viewpoint) -> None:
    costs = []
    for first in (Month(2026, 4), Month(2024, 5)):
        with app.app_context(), statements_of(app) as statements:
            build_one_page(annas_view, Period(first.period.first, TODAY))
        costs.append(len(statements))
    assert costs == [3, 3]


def test_a_report_of_earlier_months_knows_nothing_of_later_ones(
    app: Flask, annas_view: Viewpoint
) -> None:
    ended = Period(date(2025, 11, 1), date(2026, 1, 31))
    with app.app_context():
        page = build_one_page(annas_view, ended)
    assert page.diary.last_date is not None
    assert page.diary.last_date <= ended.last
    assert all(session.date <= ended.last for session in page.sessions)


def test_what_is_not_shared_is_not_in_it(app: Flask, annas_view: Viewpoint) -> None:
    scope = Scope(first=date(2026, 2, 1), notes=False, treatments=False)
    shared = Viewpoint(patient=annas_view.patient, on=TODAY, scope=scope)
    with app.app_context():
        page = build_one_page(shared, A_YEAR)
        sheet = sheet_of(page, replace(ASKED, notes=True, evidence=True))
    assert (page.botox, page.evidence, page.sessions) == (None, None, [])
    assert page.period == Period(date(2026, 2, 1), TODAY)
    assert page.diary.first_date is not None
    assert page.diary.first_date >= date(2026, 2, 1)
    assert (sheet.treated, sheet.candidate, sheet.notes) == (None, None, [])
    months = [summary.month for summary in page.months]
    assert months[0] == Month(2026, 2)
    assert all(later == earlier.plus(1) for earlier, later in pairwise(months))
