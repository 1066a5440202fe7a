"""The evidence page: the time before treatment, in the numbers of the rules."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay
from diary.clinical.treatment import BotoxSession, Preventive
from diary.reports.assessment import assess, finding_document
from diary.reports.evidence import Evidence, evidence_in, window_of
from tests.clinical.rules.cases import ADULT, THREE_PREVENTIVES
from tests.diaries import a_diary, a_month, with_doses
from tests.reports.some_days import runs_from

ON = date(2026, 4, 14)
SPRING = [a_month(f"2026-0{number}", 16, 9) for number in (1, 2, 3, 4)]
FIRST = BotoxSession(date=date(2026, 4, 10))


def evidence(
    *stretches: list[DiaryDay],
    sessions: tuple[BotoxSession, ...] = (),
    preventives: list[Preventive] | None = None,
    on: date = ON,
) -> Evidence:
    """The evidence as it stands on `on`, of days that may lie outside the window."""
    window = window_of(sessions, on)
    days = [day for day in chain.from_iterable(stretches) if day.date in window]
    case = Case(a_diary(days), on=on, sessions=sessions, preventives=preventives, birth_date=ADULT)
    return evidence_in(case, window)


def test_a_candidate_is_looked_at_up_to_today() -> None:
    assert window_of([], ON).first == date(2025, 5, 1)
    assert window_of([], ON).last == ON
    planned = BotoxSession(date=date(2026, 5, 1))
    assert window_of([planned], ON).last == ON


def test_a_plan_that_nobody_confirmed_is_no_first_session() -> None:
    planned = BotoxSession(date=FIRST.date, is_planned=True)
    assert window_of([planned], ON).last == ON
    assert window_of([FIRST], ON).last == date(2026, 3, 31)


def test_after_the_first_session_the_months_before_it_are_looked_at() -> None:
    later = BotoxSession(date=date(2026, 7, 1))
    window = window_of([later, FIRST], date(2026, 8, 1))
    assert (window.first, window.last) == (date(2025, 4, 1), date(2026, 3, 31))


def test_a_good_response_does_not_hide_that_somebody_was_a_candidate() -> None:
    summer = [a_month(f"2026-0{number}", 2, 1) for number in (5, 6, 7)]
    treated = evidence(*SPRING, *summer, sessions=(FIRST,), on=date(2026, 7, 31))
    assert treated.started == FIRST.date
    assert str(treated.judged.month) == "2026-03"
    assert [row[0] for row in treated.month_rows] == ["January 2026", "February 2026", "March 2026"]
    assert "March 2026" in treated.answer.findings[0].judgement.statement


def test_the_running_month_is_named_as_such() -> None:
    rows = evidence(*SPRING).month_rows
    assert rows[-1][:2] == ["April 2026 so far", "14 of 14"]
    assert rows[0] == ["January 2026", "31 of 31", "16", "9", "yes", "0", "0", "no"]


def test_missing_days_show_as_bounds_in_every_count() -> None:
    row = evidence(a_month("2026-03", 14, 8, recorded=27)).month_rows[0]
    assert row == ["March 2026", "27 of 31", "14–18", "8–12", "can’t tell", "0–4", "0–4", "no"]


def test_a_month_with_a_medicine_limit_reached_says_so() -> None:
    overused = with_doses(SPRING[0], {"sumatriptan": range(10)})
    assert evidence(overused).month_rows[0][-2:] == ["10", "yes"]


def test_coverage_is_stated_from_the_first_recorded_month() -> None:
    found = evidence(*SPRING)
    assert found.looked_at is not None
    assert (found.looked_at.first, found.looked_at.last) == (date(2026, 1, 1), ON)
    assert (found.recorded, len(found.looked_at)) == (104, 104)
    assert evidence().looked_at is None


@pytest.mark.parametrize(
    ("preventives", "said"),
    [
        (THREE_PREVENTIVES, "3 different medicines (NICE asks for 3), of 3 classes"),
        (THREE_PREVENTIVES[:1], "1 different medicine (NICE asks for 3), of 1 class ("),
        ([*THREE_PREVENTIVES[:1], Preventive(medicine="timolol")], "1–2 different medicines"),
        ([], "0 different medicines"),
    ],
)
def test_preventives_are_counted_beside_what_is_asked(
    preventives: list[Preventive], said: str
) -> None:
    assert said in (evidence(preventives=preventives).tried_counts or "")
    assert evidence(preventives=None).tried_counts is None


def test_age_is_said_without_the_birth_date() -> None:
    assert evidence().age == "18 or older"


def test_every_open_point_is_said_once() -> None:
    points = evidence(*SPRING).open_points
    assert any("five earlier attacks" in point for point in points)
    assert any("another diagnosis" in point for point in points)
    assert points.count("No list of preventives tried was given.") == 1


@given(days=runs_from(date(2025, 10, 1), most=190))
@settings(max_examples=30)
def test_its_findings_are_those_of_the_assessment(days: list[DiaryDay]) -> None:
    case = Case(
        a_diary(days),
        on=date(2026, 4, 30),
        sessions=[FIRST],
        preventives=THREE_PREVENTIVES,
        birth_date=ADULT,
    )
    told = {f.rule.name: finding_document(f) for f in assess(case).findings}
    shown = evidence(days, sessions=(FIRST,), preventives=THREE_PREVENTIVES, on=date(2026, 4, 30))
    for finding in shown.answer.findings:
        if finding.rule.name in told:
            assert finding_document(finding) == told[finding.rule.name]
