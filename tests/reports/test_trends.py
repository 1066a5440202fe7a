"""Twelve months side by side, with the numbers of the assessment."""

from datetime import date
from typing import Any

from hypothesis import given, settings

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.period import Period, twelve_months_ending
from diary.reports.assessment import assess, document
from diary.reports.trends import Trends, trends_of
from tests.diaries import a_clear_day, a_day, a_diary, a_month, took
from tests.reports.some_days import runs_from


def trends(*stretches: list[DiaryDay], on: date = date(2026, 4, 30)) -> Trends:
    """The trends of these days as they stand on `on`."""
    return trends_of(Case(a_diary(*stretches), on=on), lambda month: f"/months/{month}")


@given(days=runs_from(date(2026, 1, 1), most=100))
@settings(max_examples=30)
def test_the_charts_and_the_assessment_count_alike(days: list[DiaryDay]) -> None:
    shown = trends(days, on=date(2026, 4, 14))
    told: list[dict[str, Any]] = document(assess(shown.case))["months"]  # type: ignore[assignment]
    if not told:
        return
    headache, migraine = shown.headache_days, shown.migraine_days
    assert [*map(sum, zip(*(s.values for s in headache.series[:-1]), strict=True))] == [
        month["headache_days"]["lower"] for month in told
    ]
    assert [*map(sum, zip(*(s.values for s in headache.series), strict=True))] == [
        month["headache_days"]["upper"] for month in told
    ]
    assert [*migraine.series[0].values] == [month["migraine_days"]["lower"] for month in told]
    for chart in shown.medicine_days:
        kind = next(key for key in told[0]["medicine_days"] if chart.title == TITLES_BY_KEY[key])
        assert [*chart.series[0].values] == [m["medicine_days"][kind]["lower"] for m in told]


TITLES_BY_KEY = {
    "triptan": "Triptans",
    "simple_analgesic": "Simple painkillers",
    "ergot": "Ergots",
    "opioid": "Opioids",
    "combination_analgesic": "Combination painkillers",
    "several_classes": "Any of these classes",
    "gepant": "Gepants",
    "ditan": "Ditans",
}


def test_the_window_is_twelve_calendar_months_up_to_today() -> None:
    assert twelve_months_ending(date(2026, 4, 14)) == Period(date(2025, 5, 1), date(2026, 4, 14))


def test_severities_are_stacked_and_what_is_unrecorded_is_hatched() -> None:
    chart = trends(
        [a_day(date(2026, 4, 1), severity=Severity.SEVERE), a_clear_day(date(2026, 4, 2))]
    ).headache_days
    assert {one.name: list(one.values) for one in chart.series} == {
        "Severe": [1],
        "Moderate": [0],
        "Mild": [0],
        "Not rated": [0],
        "Not recorded": [28],
    }
    assert [one.name for one in chart.series if one.hatched] == ["Not recorded"]


def test_every_chart_has_its_own_line() -> None:
    doses = took("sumatriptan", "ibuprofen", "rimegepant")
    shown = trends(a_month("2026-04", 15, 8, doses=doses))
    charts = [shown.headache_days, shown.migraine_days, *shown.medicine_days]
    assert [(chart.title, [level.at for level in chart.levels]) for chart in charts] == [
        ("Headache days", [15]),
        ("Migraine days", [8]),
        ("Triptans", [10]),
        ("Simple painkillers", [15]),
        ("Gepants", []),
    ]


def test_a_class_without_a_limit_is_told_with_its_denominator() -> None:
    days = [a_day(date(2026, 4, n), doses=took("rimegepant")) for n in (1, 2)]
    [chart] = trends(days, on=date(2026, 4, 14)).medicine_days
    assert chart.sentence == (
        "The diary shows gepants on 2 of 14 days, 12 not recorded: 2 to 14. No limit is published."
    )


def test_a_row_of_the_table_says_the_count_and_the_verdict() -> None:
    chart = trends(a_month("2026-04", 15, 8)).migraine_days
    assert chart.headers == ["Month", "Migraine days", "8 or more"]
    assert chart.rows == [["April 2026", "8 of 30 days", "yes"]]
    assert chart.links == ["/months/2026-04"]


def test_months_begin_with_the_first_recorded_one() -> None:
    labels = trends(a_month("2026-02"), a_month("2026-04")).headache_days.labels
    assert labels == ["Feb", "Mar", "Apr"]


def test_a_diary_without_a_day_has_no_chart() -> None:
    assert trends().months == []
