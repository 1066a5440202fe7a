"""Which days count as migraine days, certainly, possibly or not [ICHD-3 1.3 C]."""

from typing import Any

import pytest

from diary.clinical.answer import Answer
from diary.clinical.day import AuraCharacteristic, DiaryDay, Dose, Effect, Purpose, Severity
from diary.clinical.medicine import STANDARD_FORMULARY, UNKNOWN_CLASSES
from diary.clinical.migraine_day import (
    is_aura_only_day,
    is_migraine_day,
    is_migraine_day_in_wider_reading,
)
from tests.diaries import a_blank_day, a_clear_day, a_day, a_migraine_day, took

FOUR_CHARACTERISTICS = frozenset(list(AuraCharacteristic)[:4])


def judged(day: DiaryDay) -> Answer:
    return is_migraine_day(day, STANDARD_FORMULARY)


def wider(day: DiaryDay) -> Answer:
    return is_migraine_day_in_wider_reading(day, STANDARD_FORMULARY)


def test_worked_case_13_light_alone_is_no_accompanying_sign() -> None:
    assert judged(a_day(one_sided=True, pulsating=True, light=True)) is False


def test_worked_case_14_a_short_headache_on_both_sides_can_be_migraine() -> None:
    day = a_day(
        severity=Severity.MODERATE, worse_with_activity=True, nausea=True, stated_minutes=90
    )
    assert judged(day) is True


@pytest.mark.parametrize(
    ("doses", "expected", "in_wider_reading"),
    [
        (took("sumatriptan", effect=Effect.HELPED), True, True),
        (took("sumatriptan", effect=Effect.NOT_HELPED), False, True),
        (took("ubrogepant", effect=Effect.HELPED), False, True),
        (took("sumatriptan"), None, True),
        (took("sumatriptan", effect=Effect.UNKNOWN), None, True),
        (took("sumatriptan+naproxen", effect=Effect.HELPED), True, True),
        (took("ergotamine", effect=Effect.HELPED), True, True),
        (took("lasmiditan", effect=Effect.HELPED), False, True),
        (took("ibuprofen", effect=Effect.HELPED), False, False),
        (took("Grandmother's tea", effect=Effect.HELPED), None, None),
        (took("Grandmother's tea"), None, None),
        (took("Grandmother's tea", effect=Effect.NOT_HELPED), False, None),
        ((), False, False),
        (None, None, None),
    ],
)
def test_worked_cases_15_to_17_relief_of_a_believed_migraine(
    doses: tuple[Dose, ...] | None, expected: Answer, in_wider_reading: Answer
) -> None:
    day = a_day(believed_migraine=True, doses=doses)
    assert judged(day) is expected
    assert wider(day) is in_wider_reading


@pytest.mark.parametrize(("believed", "expected"), [(True, True), (None, None), (False, False)])
def test_relief_asks_whether_the_patient_believed_it_was_migraine(
    believed: Answer, expected: Answer
) -> None:
    relieved = took("sumatriptan", effect=Effect.HELPED)
    assert judged(a_day(believed_migraine=believed, doses=relieved)) is expected


def test_a_preventive_dose_never_counts_as_relief() -> None:
    dose = Dose(name="sumatriptan", effect=Effect.HELPED, purpose=Purpose.PREVENTIVE)
    assert judged(a_day(believed_migraine=True, doses=(dose,))) is False


def test_worked_case_18_aura_without_pain_is_a_migraine_day_and_no_headache_day() -> None:
    day = a_clear_day(aura=True, aura_characteristics=FOUR_CHARACTERISTICS)
    assert judged(day) is True
    assert is_aura_only_day(day) is True
    assert day.headache is False


@pytest.mark.parametrize(
    ("aura", "characteristics", "on_headache_day", "on_free_day"),
    [
        (True, 3, True, True),
        (True, 2, False, False),
        (True, 1, False, False),
        (True, 0, None, None),
        (None, 3, True, True),
        (None, 2, False, False),
        (None, 0, None, False),
        (False, 3, False, False),
        (False, 0, False, False),
    ],
)
def test_an_aura_needs_three_of_six_characteristics(
    aura: Answer, characteristics: int, on_headache_day: Answer, on_free_day: Answer
) -> None:
    seen = frozenset(list(AuraCharacteristic)[:characteristics])
    assert judged(a_day(aura=aura, aura_characteristics=seen)) is on_headache_day
    assert judged(a_clear_day(aura=aura, aura_characteristics=seen)) is on_free_day


def test_a_headache_day_is_never_an_aura_only_day() -> None:
    assert is_aura_only_day(a_day(aura=True, aura_characteristics=FOUR_CHARACTERISTICS)) is False


def test_a_headache_of_which_nothing_is_known_might_be_migraine() -> None:
    assert judged(a_blank_day()) is None
    assert wider(a_blank_day()) is None


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"pulsating": True, "nausea": True, "one_sided": True}, True),
        ({"pulsating": True, "nausea": None, "one_sided": True}, None),
        ({"pulsating": True, "light": True, "sound": True, "one_sided": True}, True),
        ({"pulsating": True, "light": True, "sound": None, "one_sided": True}, None),
        ({"pulsating": True, "light": None, "sound": False, "one_sided": True}, False),
        ({"pulsating": True, "vomiting": True, "severity": None}, None),
        ({"pulsating": True, "vomiting": True, "severity": Severity.MODERATE}, True),
        ({"pulsating": True, "vomiting": True, "severity": Severity.MILD}, False),
        ({"vomiting": True, "severity": None}, False),
    ],
)
def test_features_are_settled_as_soon_as_the_answers_settle_them(
    answers: dict[str, Any], expected: Answer
) -> None:
    assert judged(a_day(**answers)) is expected


def test_a_pain_number_never_stands_in_for_a_blank_severity() -> None:
    assert judged(a_day(pulsating=True, vomiting=True, severity=None, pain=9)) is None


def test_ticked_features_on_a_headache_free_day_are_not_judged() -> None:
    assert judged(a_clear_day(one_sided=True, pulsating=True, nausea=True)) is False
    assert wider(a_clear_day(doses=took("sumatriptan"))) is False


@pytest.mark.parametrize(("minutes", "expected"), [(29, False), (30, True), (None, None)])
def test_the_wider_reading_asks_features_for_30_minutes(minutes: int, expected: Answer) -> None:
    assert wider(a_migraine_day(stated_minutes=minutes)) is expected


def test_every_listed_medicine_has_a_known_class() -> None:
    assert all(medicine.classes != UNKNOWN_CLASSES for medicine in STANDARD_FORMULARY)
