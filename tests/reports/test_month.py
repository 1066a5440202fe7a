"""The report of a month, whose numbers are those of the assessment."""

from datetime import date
from typing import Any

from hypothesis import given, settings

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay
from diary.clinical.finding import Topic
from diary.clinical.measure import Measure, MedicineMeasure
from diary.clinical.period import Month, Period
from diary.reports.assessment import assess, count_document, document, finding_document
from diary.reports.month import MonthReport, report_month, window_of
from tests.diaries import a_blank_day, a_diary, a_month, days_of, took
from tests.reports.some_days import runs_from

APRIL = Month(2026, 4)


def report(*stretches: list[DiaryDay], on: date = date(2026, 4, 30)) -> MonthReport:
    """April 2026 as it stands on `on`."""
    return report_month(Case(a_diary(*stretches), on=on), Month.of(on))


@given(days=runs_from(date(2026, 1, 1), most=135))
@settings(max_examples=40)
def test_the_page_and_the_assessment_count_alike(days: list[DiaryDay]) -> None:
    case = Case(a_diary(days), on=date(2026, 4, 14))
    shown = report_month(case, APRIL)
    whole: dict[str, Any] = document(assess(case))
    if not whole["months"]:
        return
    month = whole["months"][-1]
    for figure in (*shown.figures, *shown.medicines, *shown.other_medicines):
        place = month if figure.measure in Measure else month["medicine_days"]
        told = place[figure.measure.value]
        assert count_document(figure.count).items() <= told.items()
        assert figure.verdict == told.get("verdict")
        assert figure.threshold == told.get("threshold")
    assert shown.hours.count.lower == month["headache_minutes"]
    told = {finding["rule"]: finding for finding in whole["findings"]}
    for finding in shown.findings:
        assert finding_document(finding) == told[finding.rule.name]


def test_four_months_back_are_enough_for_rules_about_a_row() -> None:
    overused = [a_month(f"2026-0{n}", 16, 10, doses=took("naratriptan")) for n in (1, 2, 3, 4, 5)]
    diary = a_diary(*overused, days_of(Month(2026, 6), 1, recorded=14))
    on = date(2026, 6, 14)
    window = window_of(Month.of(on), on)
    near = Case(a_diary(diary.days_in(window)), on=on)
    far = Case(diary, on=on)
    topics = (Topic.HEADACHE, Topic.MEDICINES)
    found = [f for f in assess(far).findings if f.rule.topic in topics]
    seen = {f.rule.name: f for f in report_month(near, Month.of(on)).findings}
    for finding in found:
        if finding.rule.name == "cluster_pattern":
            continue
        assert seen[finding.rule.name].verdict == finding.verdict
        assert seen[finding.rule.name].judgement.statement == finding.judgement.statement


def test_the_days_looked_at_reach_four_months_back_and_end_today() -> None:
    assert window_of(APRIL, date(2026, 4, 14)) == Period(date(2025, 12, 1), date(2026, 4, 14))
    assert window_of(APRIL, date(2026, 9, 1)) == Period(date(2025, 12, 1), date(2026, 4, 30))


def test_a_class_that_was_taken_stands_apart_from_one_that_could_hide() -> None:
    taken = report(a_month(headache_days=8, migraine_days=8, doses=took("sumatriptan")))
    assert [figure.measure for figure in taken.medicines] == [MedicineMeasure.TRIPTAN]
    hidden = report([a_blank_day(date(2026, 4, 1))])
    assert hidden.medicines == []
    assert hidden.other_medicines[0].count.possible == (date(2026, 4, 1),)


def test_several_classes_are_shown_once_two_were_taken() -> None:
    taken = report(
        days_of(Period(date(2026, 4, 1), date(2026, 4, 9)), 9, doses=took("sumatriptan")),
        days_of(Period(date(2026, 4, 10), date(2026, 4, 10)), 1, doses=took("ibuprofen")),
    )
    several = taken.medicines[-1]
    assert several.measure is MedicineMeasure.SEVERAL_CLASSES
    assert several.verdict is Verdict.MET


def test_a_class_close_to_its_line_says_so_from_eight_days() -> None:
    for days, near in ((7, False), (8, True), (9, True), (10, False)):
        figure = report(a_month(headache_days=days, doses=took("sumatriptan"))).medicines[0]
        assert figure.is_near_limit is near


def test_an_estimate_is_shown_only_where_days_are_missing_and_enough_are_recorded() -> None:
    def estimate(recorded: int) -> float | None:
        return report(a_month(headache_days=16, recorded=recorded)).figures[0].estimate

    assert (estimate(30), estimate(24), estimate(21)) == (None, 20.0, None)


def test_unrecorded_days_are_listed_as_far_as_the_month_has_gone() -> None:
    running = report(days_of(APRIL, 9, recorded=12), on=date(2026, 4, 14))
    assert running.unrecorded == (date(2026, 4, 13), date(2026, 4, 14))
