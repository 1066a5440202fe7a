"""The review: a year on one screen, with the numbers of the other pages, as far as it is shared."""

from dataclasses import replace
from datetime import date, timedelta

from flask import Flask

from diary.accounts.models import Account
from diary.botox.side_effects.store import add_side_effect
from diary.botox.store import add_session
from diary.clinical.side_effects import SideEffect, SideEffectKind
from diary.clinical.treatment import BotoxSession, Outcome, Preventive
from diary.days.store import write_days
from diary.medicines.preventives.store import add_preventive, say_none_tried
from diary.reports.review import MONTHS_SHOWN, build_review
from diary.reports.trends import build_trends
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.viewpoint import Viewpoint
from tests.diaries import a_month
from tests.statements import statements_of

TODAY = date(2026, 5, 20)
SESSION = date(2026, 4, 10)


def view_of(patient: Account, scope: Scope = WHOLE) -> Viewpoint:
    return Viewpoint(patient=patient, on=TODAY, scope=scope, root="/clinic/diaries/7")


def keep_diary(patient: Account) -> None:
    write_days(patient, a_month("2026-03", note="the lake") + a_month("2026-04", note="the sea"))
    add_session(patient, BotoxSession(date=SESSION, units=155, sites=31))
    droop = SideEffect(kind=SideEffectKind.EYELID_DROOP, began=SESSION + timedelta(days=3))
    add_side_effect(patient, droop)
    add_preventive(patient, Preventive(medicine="topiramate", outcome=Outcome.NOT_TOLERATED))


def test_it_has_the_months_of_the_trends_each_leading_to_its_page(
    app: Flask, anna: Account
) -> None:
    with app.app_context():
        keep_diary(anna)
        review, trends = build_review(view_of(anna)), build_trends(view_of(anna))
    assert [month.counts for month in review.page.months] == [
        month.counts for month in trends.months
    ]
    assert review.month_links[0] == "/clinic/diaries/7/months/2026-03"
    assert MONTHS_SHOWN == 12


def test_it_has_sessions_side_effects_preventives_and_notes(app: Flask, anna: Account) -> None:
    with app.app_context():
        keep_diary(anna)
        review = build_review(view_of(anna))
    botox = review.page.botox
    assert botox is not None
    assert [row.date for row in botox.rows] == [SESSION]
    assert [one.began for one in botox.side_effects] == [SESSION + timedelta(days=3)]
    assert review.tried is not None
    assert [row[0] for row in review.tried] == ["topiramate"]
    assert {note.text for note in review.sheet.notes} == {"the lake", "the sea"}


def test_it_has_none_of_what_is_not_shared(app: Flask, anna: Account) -> None:
    narrow = Scope(first=date(2026, 4, 1), notes=False, treatments=False)
    with app.app_context():
        keep_diary(anna)
        review = build_review(view_of(anna, narrow))
    assert review.page.botox is None
    assert (review.answers, review.tried, review.sheet.notes) == ([], None, [])
    assert [str(month.month) for month in review.page.months] == ["2026-04", "2026-05"]


def test_that_none_was_tried_differs_from_no_list(app: Flask, anna: Account) -> None:
    with app.app_context():
        assert build_review(view_of(anna)).tried is None
        say_none_tried(anna)
        assert build_review(view_of(anna)).tried == []


def test_it_reads_in_three_statements(app: Flask, anna: Account) -> None:
    with app.app_context():
        keep_diary(anna)
        with statements_of(app) as statements:
            build_review(view_of(anna))
    assert len(statements) == 3


def test_the_last_28_days_stand_beside_baseline_once_they_all_follow_a_session(
    app: Flask, anna: Account
) -> None:
    with app.app_context():
        write_days(anna, a_month("2026-03", 20) + a_month("2026-04", 10) + a_month("2026-05", 5))
        add_session(anna, BotoxSession(date=date(2026, 4, 23)))
        whole = build_review(view_of(anna))
        day_before = build_review(replace(view_of(anna), on=TODAY - timedelta(days=1)))
    assert day_before.recent is None
    assert day_before.recent_headers == ["In 28 days", "Last 28 days"]
    assert whole.recent is not None
    assert whole.recent.before.period.last == date(2026, 4, 22)
    assert whole.recent_headers == ["In 28 days", "Before Botox", "Last 28 days", "Change"]
    assert {len(row) for row in whole.recent_rows} == {4}
    assert {len(row) for row in day_before.recent_rows} == {2}


def test_without_treatments_there_is_nothing_to_compare(app: Flask, anna: Account) -> None:
    with app.app_context():
        keep_diary(anna)
        review = build_review(view_of(anna, Scope(notes=False, treatments=False)))
    assert review.recent is None
    assert review.recent_rows[-1] == ["Days recorded", "8 of 28"]
