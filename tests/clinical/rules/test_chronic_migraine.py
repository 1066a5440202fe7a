"""Chronic migraine asks for both counts in more than 3 months."""

from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.period import Month
from tests.clinical.rules.cases import judged
from tests.diaries import a_migraine_day, a_month, days_of

RULE = "chronic_migraine"
JANUARY_TO_MARCH = [a_month(f"2026-0{n}", 15, 8) for n in (1, 2, 3)]
APRIL = a_month("2026-04", 15, 8)


def test_worked_case_32_three_months_are_three_so_far() -> None:
    judgement = judged(RULE, *JANUARY_TO_MARCH, on="2026-03-31")
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert judgement.months_in_a_row == 3
    assert "3 months in a row so far" in judgement.statement
    assert "more than 3" in judgement.statement


def test_worked_case_32_four_months_are_met() -> None:
    judgement = judged(RULE, *JANUARY_TO_MARCH, APRIL, on="2026-04-30")
    assert judgement.verdict is Verdict.MET
    assert judgement.months_in_a_row == 4
    assert judgement.statement.startswith("The diary shows 15 or more headache days")


def test_the_running_month_counts_once_both_counts_are_reached() -> None:
    assert judged(RULE, *JANUARY_TO_MARCH, APRIL, on="2026-04-15").verdict is Verdict.MET
    early = judged(RULE, *JANUARY_TO_MARCH, APRIL, on="2026-04-14")
    assert (early.verdict, early.months_in_a_row) == (Verdict.CANNOT_TELL, 3)


def test_one_month_below_in_the_last_four_is_not_met() -> None:
    for below in (a_month("2026-04", 14, 10), a_month("2026-04", 15, 7)):
        judgement = judged(RULE, *JANUARY_TO_MARCH, below, on="2026-04-30")
        assert judgement.verdict is Verdict.NOT_MET
        assert judgement.months_in_a_row == 0
        assert "did not all" in judgement.statement


def test_a_first_month_says_one_month_so_far() -> None:
    assert judged(RULE, APRIL, on="2026-04-30").statement.startswith("1 month so far")


def test_too_few_days_cannot_be_told() -> None:
    judgement = judged(RULE, a_month("2026-04", 3, 0, recorded=5), on="2026-04-30")
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert "Too few days" in judgement.statement


def test_what_the_diary_cannot_know_stays_open() -> None:
    assert len(judged(RULE, APRIL, on="2026-04-30").open_points) == 2


def test_a_cluster_pattern_changes_the_statement_and_not_the_verdict() -> None:
    cluster: list[DiaryDay] = [
        a_migraine_day(on, severity=Severity.SEVERE, stated_minutes=60, cluster_signs=True)
        for on in list(Month(2026, 4).period)[:5]
    ]
    april = [*cluster, *days_of(Month(2026, 4), 15, 8)[5:]]
    judgement = judged(RULE, *JANUARY_TO_MARCH, april, on="2026-04-30")
    assert judgement.verdict is Verdict.MET
    assert "another diagnosis to rule out" in judgement.statement
