"""Before and after Botox: the numbers of the assessment, and no more claimed than they show."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from diary.clinical.case import Case
from diary.clinical.count import rounded
from diary.clinical.day import DiaryDay
from diary.clinical.period import days_from
from diary.reports.assessment import assess, document, finding_document
from diary.reports.before_after import UnknownBlockError
from diary.reports.botox import report_botox
from tests.diaries import a_diary, days_of
from tests.reports.courses import BASELINE, FIRST, LAST_28, SESSIONS, compared
from tests.reports.some_days import runs_from


@given(days=runs_from(BASELINE.first, most=200))
@settings(max_examples=30)
def test_every_block_shows_the_numbers_of_the_assessment(days: list[DiaryDay]) -> None:
    case = Case(a_diary(days), on=LAST_28.last, sessions=SESSIONS)
    whole: dict[str, Any] = document(assess(case))
    for cycle in whole["botox"]["cycles"]:
        for block in cycle["blocks"]:
            report = report_botox(case, [], f"cycle-{cycle['number']}-{block['name']}")
            assert report.chosen is not None
            for change in report.chosen.changes:
                told = block[change.measure.value]
                assert (change.after.lower, change.after.upper) == (told["lower"], told["upper"])
                least, most = change.reduction.least, change.reduction.most
                assert told["reduction_percent"] == {
                    "least": None if least is None else rounded(100 * least),
                    "most": None if most is None else rounded(100 * most),
                }
    told_findings = {finding["rule"]: finding for finding in whole["findings"]}
    for finding in report_botox(case, []).findings:
        if finding.rule.name in told_findings:
            assert finding_document(finding) == told_findings[finding.rule.name]


def test_fewer_headache_days_are_said_with_their_range() -> None:
    chosen = compared(days_of(BASELINE, 20), days_of(LAST_28, 11, recorded=24))
    assert chosen.sentence == (
        "The diary shows fewer headache days than before: 25.0\u00a0% to 45.0\u00a0% fewer."
    )
    assert [verdict.value for _, verdict in chosen.bands] == [
        "cannot_tell",
        "not_met",
        "not_met",
        "not_met",
    ]


def test_an_increase_is_said_as_one() -> None:
    chosen = compared(days_of(BASELINE, 10), days_of(LAST_28, 15))
    assert chosen.sentence == "The diary shows more headache days than before: 50.0\u00a0% more."


def test_missing_days_leave_the_direction_open() -> None:
    chosen = compared(days_of(BASELINE, 20), days_of(LAST_28, 4, recorded=8))
    assert "leave open how headache days changed" in chosen.sentence


def test_a_short_stretch_is_named_as_one() -> None:
    def caution(days: int) -> str | None:
        case = Case(a_diary(), on=FIRST + timedelta(days=days - 1), sessions=SESSIONS[:1])
        chosen = report_botox(case, [], "cycle-1-weeks_1_4").chosen
        return chosen.caution if chosen else None

    assert caution(28) is None
    assert caution(27) == (
        "This compares only 27 days with four weeks: a short stretch says little."
    )
    assert "only 1 day " in (caution(1) or "")


@pytest.mark.parametrize(("days", "is_compared"), [(1, False), (6, False), (7, True)])
def test_less_than_a_week_claims_nothing(days: int, is_compared: bool) -> None:
    diary = a_diary(days_of(BASELINE, 20), days_of(days_from(FIRST, days), 0))
    case = Case(diary, on=FIRST + timedelta(days=days - 1), sessions=SESSIONS[:1])
    chosen = report_botox(case, [], "cycle-1-weeks_1_4").chosen
    assert chosen is not None
    assert ("too few to compare" in chosen.sentence) is not is_compared
    assert ("fewer" in chosen.sentence) is is_compared
    assert bool(chosen.glance.left) is is_compared


def test_the_same_number_is_no_change() -> None:
    chosen = compared(days_of(BASELINE, 20), days_of(LAST_28, 20))
    assert chosen.sentence == "The diary shows as many headache days as before."


@pytest.mark.parametrize(("recorded", "usable"), [(19, False), (20, True)])
def test_a_baseline_needs_20_recorded_days(recorded: int, usable: bool) -> None:
    chosen = compared(days_of(BASELINE, 10, recorded=recorded), days_of(LAST_28, 5))
    assert chosen.sentence.startswith("Not enough days recorded") is not usable
    assert all(change.words == "change not known" for change in chosen.changes) is not usable


def test_a_key_of_no_block_is_refused() -> None:
    with pytest.raises(UnknownBlockError, match="Choose one of the list"):
        compared(days_of(BASELINE, 10), key="cycle-9-weeks_1_4")
