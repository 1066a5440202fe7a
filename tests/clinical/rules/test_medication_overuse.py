"""Medication overuse asks for a limit reached in more than 3 months."""

from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay
from diary.clinical.rulebook import all_rules
from tests.clinical.rules.cases import judged
from tests.diaries import a_month, with_doses

RULE = "medication_overuse"


def months(count: int, triptan_days: int = 10) -> list[list[DiaryDay]]:
    taken = {"sumatriptan": range(triptan_days)}
    return [with_doses(a_month(f"2026-0{n}", 16), taken) for n in range(1, count + 1)]


def test_worked_case_19_four_months_are_sustained() -> None:
    assert judged(RULE, *months(4), on="2026-04-30").verdict is Verdict.MET


def test_worked_case_20_three_months_are_three_so_far() -> None:
    judgement = judged(RULE, *months(3), on="2026-03-31")
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert "3 months in a row so far" in judgement.statement


def test_nine_days_are_no_overuse() -> None:
    assert judged(RULE, *months(4, triptan_days=9), on="2026-04-30").verdict is Verdict.NOT_MET


def test_overuse_that_ended_is_not_sustained() -> None:
    ended = with_doses(a_month("2026-05", 16), {"sumatriptan": range(3)})
    assert judged(RULE, *months(4), ended, on="2026-05-31").verdict is Verdict.NOT_MET


def test_limits_whose_wording_is_not_confirmed_are_not_said_in_the_source_s_name() -> None:
    confirmed, commonly_used = all_rules()[RULE].definition.split("Commonly used as well:")
    for medicines in ("opioids", "several classes"):
        assert medicines in commonly_used
        assert medicines not in confirmed.lower()
