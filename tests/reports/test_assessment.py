"""The assessment document keeps to its published shape."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay
from diary.clinical.period import days_from
from diary.clinical.treatment import BotoxSession
from diary.reports.assessment import FINDINGS, assess, document
from tests.diaries import a_diary, a_month, days_of

COUNT = {"lower", "upper", "recorded", "days", "estimate"}
JUDGED = COUNT | {"threshold", "verdict"}
COMPARED = COUNT | {"per_28_days", "reduction_percent"}
SIX = {
    "headache_days",
    "migraine_days",
    "moderate_or_severe_days",
    "headache_minutes",
    "acute_medication_days",
    "crystal_clear_days",
}
FIRST = date(2025, 12, 1)


def told(*stretches: list[DiaryDay], on: date, sessions: tuple[date, ...] = ()) -> Any:
    given = [BotoxSession(date=session, units=155) for session in sessions]
    case = Case(a_diary(*stretches), on=on, sessions=given)
    return json.loads(json.dumps(document(assess(case))))


@pytest.fixture
def april() -> Any:
    return told(a_month("2026-04"), on=date(2026, 4, 30))


@pytest.fixture
def treated() -> Any:
    """Two cycles: 20 headache days before, 14 in weeks 9 to 12 of the second cycle."""
    second = FIRST + timedelta(days=84)
    return told(
        days_of(days_from(FIRST - timedelta(days=28), 28), 20, 10),
        days_of(days_from(FIRST, 28), 16, 8),
        days_of(days_from(second + timedelta(days=56), 28), 14, 4),
        on=second + timedelta(days=83),
        sessions=(FIRST, second),
    )


def test_a_month_has_every_count_judged_where_a_threshold_is_published(april: Any) -> None:
    [month] = april["months"]
    assert (month["month"], month["days"], month["recorded"]) == ("2026-04", 30, 30)
    assert month["running"] is False
    assert month["headache_days"] == {
        "lower": 15,
        "upper": 15,
        "recorded": 30,
        "days": 30,
        "estimate": 15.0,
        "threshold": 15,
        "verdict": "met",
    }
    for measure in ("migraine_days", "long_headache_days"):
        assert set(month[measure]) == JUDGED
    for measure in ("moderate_or_severe_days", "acute_medication_days", "crystal_clear_days"):
        assert set(month[measure]) == COUNT
    assert month["headache_minutes"] == 15 * 120
    assert (month["chronic_migraine"], month["medication_overuse"]) == ("met", "not_met")


def test_medicine_days_name_every_class_and_only_gepants_have_no_limit(april: Any) -> None:
    limits = {
        name: count.get("threshold") for name, count in april["months"][0]["medicine_days"].items()
    }
    assert limits == {
        "triptan": 10,
        "simple_analgesic": 15,
        "ergot": 10,
        "opioid": 10,
        "combination_analgesic": 10,
        "several_classes": 10,
        "gepant": None,
        "ditan": 10,
    }


def test_the_twelve_findings_stand_in_their_order(april: Any) -> None:
    assert [finding["rule"] for finding in april["findings"]] == list(FINDINGS)
    for finding in april["findings"]:
        extra = {"months_in_a_row"} if finding["rule"] == "chronic_migraine" else set()
        assert set(finding) - extra == {"rule", "verdict", "source", "statement", "open_points"}
    assert april["findings"][0]["months_in_a_row"] == 1
    assert april["findings"][0]["source"] == "ICHD-3 1.3"


def test_the_last_28_days_are_counted_and_not_judged(april: Any) -> None:
    last = april["last_28_days"]
    assert (last["first"], last["last"], last["days"]) == ("2026-04-03", "2026-04-30", 28)
    assert set(last["headache_days"]) == COUNT
    assert all(set(count) == COUNT for count in last["medicine_days"].values())
    assert "chronic_migraine" not in last


def test_without_sessions_there_is_no_botox(april: Any) -> None:
    assert april["botox"] is None


def test_blocks_compare_six_measures_with_the_baseline(treated: Any) -> None:
    botox = treated["botox"]
    assert botox["next_due"] == "2026-05-18"
    baseline = botox["baseline"]
    assert (baseline["first"], baseline["last"]) == ("2025-11-03", "2025-11-30")
    assert baseline["usable"] is True
    assert all(set(baseline[measure]) == COUNT for measure in SIX)
    first, second = botox["cycles"]
    assert (first["interval_days"], first["timing"]) == (None, None)
    assert (second["interval_days"], second["timing"], second["units"]) == (84, "on_schedule", 155)
    block = first["blocks"][0]
    assert (block["name"], block["days"]) == ("weeks_1_4", 28)
    assert all(set(block[measure]) == COMPARED for measure in SIX)
    assert block["headache_days"]["per_28_days"] == {"lower": 16.0, "upper": 16.0}
    assert block["headache_days"]["reduction_percent"] == {"least": 20.0, "most": 20.0}


def test_the_curve_lists_twelve_weeks_with_null_where_nothing_is_known(treated: Any) -> None:
    curve = treated["botox"]["weekly_curve"]
    assert [week["week"] for week in curve] == list(range(1, 13))
    assert curve[0] == {"week": 1, "headache_days_per_week": 7.0, "cycles": 1}
    assert curve[4] == {"week": 5, "headache_days_per_week": None, "cycles": 0}


def test_the_response_after_two_cycles(treated: Any) -> None:
    assert treated["botox"]["response"] == {
        "block": "last 28 days of cycle 2",
        "reduction_percent": {"least": 30.0, "most": 30.0},
        "at_least_30": "met",
        "at_least_50": "not_met",
        "at_least_75": "not_met",
        "hull": "met",
    }


def test_an_unknown_response_is_null_and_cannot_be_told() -> None:
    response = told(a_month("2025-12"), on=date(2025, 12, 31), sessions=(FIRST,))["botox"][
        "response"
    ]
    assert response["reduction_percent"] == {"least": None, "most": None}
    assert {response[key] for key in ("at_least_30", "at_least_50", "at_least_75", "hull")} == {
        "cannot_tell"
    }


def test_every_month_is_listed_and_the_running_one_has_its_days_so_far() -> None:
    months = told(a_month("2026-01"), a_month("2026-04"), on=date(2026, 4, 14))["months"]
    assert [(m["month"], m["days"], m["recorded"], m["running"]) for m in months] == [
        ("2026-01", 31, 31, False),
        ("2026-02", 28, 0, False),
        ("2026-03", 31, 0, False),
        ("2026-04", 14, 14, True),
    ]
