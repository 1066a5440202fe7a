"""A calendar month against the published thresholds."""

from datetime import date

import pytest

from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay
from diary.clinical.measure import Measure, MedicineMeasure
from diary.clinical.month import MonthSummary, months_of, summarise_month
from diary.clinical.period import Month
from tests.diaries import a_blank_day, a_diary, a_migraine_day, a_month, with_doses

MET, NOT_MET, CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
LATER = date(2026, 12, 31)
ASPIRIN_PARACETAMOL = "paracetamol + aspirin"
WITH_CAFFEINE = "aspirin + paracetamol + caffeine"


def april(days: list[DiaryDay], on: date = LATER) -> MonthSummary:
    return summarise_month(a_diary(days), Month(2026, 4), on)


@pytest.mark.parametrize(
    ("headache_days", "migraine_days", "verdict"),
    [(15, 8, MET), (14, 10, NOT_MET), (15, 7, NOT_MET), (30, 30, MET)],
)
def test_worked_cases_1_to_3_the_month_criterion(
    headache_days: int, migraine_days: int, verdict: Verdict
) -> None:
    month = april(a_month("2026-04", headache_days, migraine_days))
    assert month.chronic_migraine is verdict


def test_worked_case_4_a_full_february_is_not_scaled() -> None:
    february = summarise_month(a_diary(a_month("2026-02", 14, 9)), Month(2026, 2), LATER)
    assert february.chronic_migraine is NOT_MET
    assert february.counts[Measure.HEADACHE_DAYS].estimate == 14


def test_worked_case_33_blank_features_widen_the_bounds_only() -> None:
    days = a_month("2026-04", 20, 8)
    blank = [a_blank_day(day.date) for day in days[8:11]]
    month = april([*days[:8], *blank, *days[11:]])
    migraine = month.counts[Measure.MIGRAINE_DAYS]
    assert (migraine.lower, migraine.upper) == (8, 11)
    assert month.chronic_migraine is MET


def test_a_month_with_too_little_recorded_cannot_be_told() -> None:
    assert april(a_month("2026-04", 15, 3, recorded=20)).chronic_migraine is CANNOT_TELL


def test_worked_case_35_a_running_month_speaks_of_the_days_so_far() -> None:
    month = april(a_month("2026-04", 9, 2, recorded=14), on=date(2026, 4, 14))
    assert month.is_running
    assert month.counts[Measure.HEADACHE_DAYS].in_words == "9 of 14 days"
    assert month.verdict(Measure.HEADACHE_DAYS) is CANNOT_TELL


def test_a_running_month_can_be_met_already_or_out_of_reach() -> None:
    met = april(a_month("2026-04", 15, 8, recorded=15), on=date(2026, 4, 15))
    assert met.chronic_migraine is MET
    out_of_reach = april(a_month("2026-04", 4, 0, recorded=20), on=date(2026, 4, 20))
    assert out_of_reach.verdict(Measure.HEADACHE_DAYS) is NOT_MET
    one_day_before = april(a_month("2026-04", 4, 0, recorded=19), on=date(2026, 4, 19))
    assert one_day_before.verdict(Measure.HEADACHE_DAYS) is CANNOT_TELL


def test_the_last_day_of_a_month_completes_it() -> None:
    assert not april(a_month("2026-04"), on=date(2026, 4, 30)).is_running
    assert april(a_month("2026-04"), on=date(2026, 4, 29)).is_running


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ({"sumatriptan": range(10)}, MET),
        ({"sumatriptan": range(9)}, NOT_MET),
        ({"ibuprofen": range(15)}, MET),
        ({"ibuprofen": range(14)}, NOT_MET),
        ({"codeine": range(10)}, MET),
        ({"ergotamine": range(10)}, MET),
        ({"ubrogepant": range(30)}, NOT_MET),
        ({"lasmiditan": range(30)}, NOT_MET),
        ({ASPIRIN_PARACETAMOL: range(10)}, NOT_MET),
        ({WITH_CAFFEINE: range(10)}, MET),
        ({"paracetamol": range(7), "ibuprofen": range(7, 15)}, MET),
        ({"paracetamol": range(7), "ibuprofen": range(6, 14)}, NOT_MET),
        ({"sumatriptan": range(5), "ibuprofen": range(5, 10)}, MET),
        ({"sumatriptan": range(5), "ibuprofen": range(4, 9)}, NOT_MET),
        ({"my tea": range(10)}, CANNOT_TELL),
        ({"my tea": range(9)}, NOT_MET),
    ],
)
def test_overuse_counts_days_class_by_class(taken: dict[str, range], expected: Verdict) -> None:
    assert april(with_doses(a_month("2026-04", 30), taken)).medication_overuse is expected


def test_worked_case_21_several_classes_together() -> None:
    taken = {"sumatriptan": range(9), "paracetamol": range(4, 18)}
    month = april(with_doses(a_month("2026-04", 30), taken))
    assert month.counts[MedicineMeasure.SEVERAL_CLASSES].lower == 18
    assert month.verdict(MedicineMeasure.SEVERAL_CLASSES) is MET
    assert month.verdict(MedicineMeasure.TRIPTAN) is NOT_MET
    assert month.medication_overuse is MET


def test_several_classes_are_not_spoken_of_when_one_class_is_over_its_own_limit() -> None:
    taken = {"sumatriptan": range(10), "paracetamol": range(10, 14)}
    month = april(with_doses(a_month("2026-04", 30), taken))
    assert month.verdict(MedicineMeasure.SEVERAL_CLASSES) is NOT_MET


def test_worked_case_22_doses_are_not_days() -> None:
    days = with_doses(a_month("2026-04", 30), {"ibuprofen": range(5)})
    quadrupled = [a_migraine_day(day.date, doses=(day.doses or ()) * 4) for day in days]
    month = april(quadrupled)
    assert month.counts[MedicineMeasure.SIMPLE_ANALGESIC].lower == 5
    assert month.medication_overuse is NOT_MET


def test_blank_medicine_questions_might_be_overuse() -> None:
    assert april(a_month("2026-04", 10, doses=None)).medication_overuse is CANNOT_TELL
    assert april(a_month("2026-04", 9, doses=None)).medication_overuse is NOT_MET


@pytest.mark.parametrize(
    ("name", "days", "near"),
    [
        ("sumatriptan", 7, False),
        ("sumatriptan", 8, True),
        ("sumatriptan", 10, False),
        ("ibuprofen", 11, False),
        ("ibuprofen", 12, True),
    ],
)
def test_a_hint_comes_before_the_limit(name: str, days: int, near: bool) -> None:
    month = april(with_doses(a_month("2026-04", 30), {name: range(days)}))
    medicines = (MedicineMeasure.TRIPTAN, MedicineMeasure.SIMPLE_ANALGESIC)
    assert any(month.is_near_limit(medicine) for medicine in medicines) is near


def test_no_hint_says_near_where_one_class_alone_is_over_the_line() -> None:
    taken = {"sumatriptan": range(10), "paracetamol": range(8, 14)}
    month = april(with_doses(a_month("2026-04", 30), taken))
    assert month.counts[MedicineMeasure.SEVERAL_CLASSES].lower == 14
    assert not month.is_near_limit(MedicineMeasure.SEVERAL_CLASSES)


def test_gepants_have_no_limit_to_come_near() -> None:
    month = april(with_doses(a_month("2026-04", 30), {"ubrogepant": range(20)}))
    assert not month.is_near_limit(MedicineMeasure.GEPANT)


def test_months_run_from_the_first_recorded_day_without_a_gap() -> None:
    diary = a_diary([a_migraine_day(date(2025, 11, 30)), a_migraine_day(date(2026, 2, 1))])
    assert [str(month) for month in months_of(diary, date(2026, 2, 1))] == [
        "2025-11",
        "2025-12",
        "2026-01",
        "2026-02",
    ]
    assert months_of(a_diary(), date(2026, 2, 1)) == []
