"""The report of the treatment: its sessions, the days it rests on, and what else changed."""

from datetime import date, timedelta

from diary.botox.models import RecordedSession
from diary.clinical.case import Case
from diary.clinical.treatment import BotoxSession, Outcome, Preventive
from diary.reports.botox import report_botox, window_of
from tests.diaries import a_diary, days_of
from tests.reports.courses import BASELINE, FIRST, LAST_28, SECOND, SESSIONS


def test_the_next_planned_session_is_told_and_judged_only_once_it_is_past() -> None:
    planned = [SECOND + timedelta(days=90), SECOND + timedelta(days=170)]
    rows = [RecordedSession(date=on) for on in (FIRST, SECOND, *planned)]
    case = Case(a_diary(), on=LAST_28.last, sessions=SESSIONS)
    assert report_botox(case, rows).next_session.planned == planned[0]
    assert report_botox(case, rows[:2]).next_session.planned is None


def test_without_a_session_nothing_is_compared() -> None:
    report = report_botox(Case(a_diary(days_of(BASELINE, 10)), on=FIRST), [])
    assert (report.chosen, report.choices, report.cycle_rows, report.other_changes) == (
        None,
        [],
        [],
        [],
    )


def test_a_cycle_says_how_it_lies_to_the_session_before() -> None:
    case = Case(a_diary(), on=LAST_28.last, sessions=SESSIONS)
    assert report_botox(case, []).cycle_rows == [
        ["1: 1 Dec 2025", "not given", "first session", "can’t tell"],
        ["2: 23 Feb 2026", "not given", "84 days, on schedule", "can’t tell"],
    ]


def test_what_else_changed_is_named() -> None:
    tried = [
        Preventive(medicine="candesartan", started=date(2026, 1, 5)),
        Preventive(medicine="topiramate", stopped=date(2020, 1, 5), outcome=Outcome.NOT_EFFECTIVE),
    ]
    late = [BotoxSession(date=FIRST), BotoxSession(date=SECOND + timedelta(days=10))]
    on = LAST_28.last + timedelta(days=10)
    report = report_botox(Case(a_diary(), on=on, sessions=late, preventives=tried), [])
    assert [(change.letter, change.words) for change in report.other_changes] == [
        ("A", "5 January 2026: candesartan started"),
        (None, "5 March 2026: a late session, after 94 days"),
    ]


def test_the_window_holds_the_baseline_and_the_whole_month_before() -> None:
    assert window_of(SESSIONS, LAST_28.last).first == date(2025, 11, 1)
    assert window_of([BotoxSession(date=date(2026, 3, 31))], date(2026, 4, 1)).first == date(
        2026, 2, 1
    )
    assert window_of([BotoxSession(date=date(2026, 3, 1))], date(2026, 4, 1)).first == date(
        2026, 2, 1
    )
    assert window_of([], date(2026, 4, 14)).first == date(2026, 3, 1)
