"""A day and its document say the same."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given

from diary.clinical.day import (
    AuraCharacteristic,
    DiaryDay,
    DiaryDayError,
    Dose,
    Effect,
    Impact,
    PainPlace,
    Purpose,
    Severity,
    Spell,
)
from diary.days.document import from_document, same_answers, to_document
from tests.any_day import DAYS

MARCH_14 = date(2026, 3, 14)
FULL = DiaryDay(
    date=MARCH_14,
    headache=True,
    severity=Severity.SEVERE,
    pain=8,
    spells=(Spell(starts=time(20), ends=time(0), minutes=240),),
    one_sided=True,
    pulsating=False,
    light=True,
    aura=True,
    aura_characteristics=frozenset({AuraCharacteristic.SPREADS, AuraCharacteristic.ONE_SIDE}),
    location=frozenset({PainPlace.LEFT_EYE, PainPlace.RIGHT_BACK}),
    believed_migraine=True,
    doses=(
        Dose(name="sumatriptan", strength="50 mg", count=2, effect=Effect.HELPED),
        Dose(name="ibuprofen", effect=Effect.NOT_HELPED),
        Dose(name="paracetamol", effect=Effect.UNKNOWN),
        Dose(name="rimegepant", purpose=Purpose.PREVENTIVE),
    ),
    impact=Impact.MOST,
    menstruation=False,
    triggers=("red wine", "too little sleep"),
    note="Went to bed.\nDark room.",
    recorded_at=datetime(2026, 3, 15, 7, 30, tzinfo=UTC),
)


@pytest.mark.parametrize(
    "day",
    [
        FULL,
        DiaryDay(date=MARCH_14, headache=False),
        DiaryDay(date=MARCH_14, headache=True, stated_minutes=300, doses=()),
    ],
)
def test_a_day_comes_back_from_json_as_it_went(day: DiaryDay) -> None:
    assert from_document(json.loads(json.dumps(to_document(day)))) == day


@given(DAYS)
def test_any_day_comes_back_from_json_as_it_went(day: DiaryDay) -> None:
    assert from_document(json.loads(json.dumps(to_document(day)))) == day


def test_a_document_has_the_names_of_the_csv_and_null_for_unanswered() -> None:
    document = to_document(DiaryDay(date=MARCH_14, headache=False))
    assert document.pop("date") == "2026-03-14"
    assert document.pop("headache") is False
    lists = {
        name: document.pop(name)
        for name in ("aura_characteristics", "location", "triggers", "spells")
    }
    assert set(map(str, lists.values())) == {"[]"}
    assert set(document.values()) == {None}


def test_a_dose_says_what_it_is_for_and_whether_it_helped() -> None:
    doses = to_document(FULL)["medicines"]
    assert doses[0] == {
        "name": "sumatriptan",
        "strength": "50 mg",
        "count": 2,
        "time": None,
        "helped": True,
        "purpose": "acute",
    }
    assert [dose["helped"] for dose in doses] == [True, False, "unknown", None]
    assert doses[3]["purpose"] == "preventive"


def test_minutes_are_the_total_of_the_day() -> None:
    assert to_document(FULL)["minutes"] == 240


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "2026-02-30"),
        ("date", "20260314"),
        ("date", 5),
        ("date", None),
        ("headache", None),
        ("headache", "yes"),
        ("headache", 1),
        ("severity", "awful"),
        ("severity", []),
        ("pain", 5.0),
        ("pain", True),
        ("pain", 11),
        ("pain", float("nan")),
        ("minutes", "60"),
        ("minutes", 1501),
        ("minutes", 1e400),
        ("nausea", "no"),
        ("aura_characteristics", "spreads"),
        ("aura_characteristics", ["sideways"]),
        ("location", "left_eye"),
        ("location", ["left"]),
        ("medicines", {}),
        ("medicines", [5]),
        ("medicines", [{"name": ""}]),
        ("medicines", [{"name": "aspirin", "count": 0}]),
        ("medicines", [{"name": "aspirin", "helped": 1}]),
        ("medicines", [{"name": "aspirin", "helped": []}]),
        ("medicines", [{"name": "aspirin", "colour": "red"}]),
        ("medicines", [{"strength": "50 mg"}]),
        ("triggers", ["a", 5]),
        ("note", "a\x00b"),
        ("note", "\ud800"),
        ("recorded_at", "2026-03-14T10:00"),
        ("spells", [{"starts": "25:00", "ends": "26:00", "minutes": 5}]),
        ("mood", "low"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(field: str, value: Any) -> None:
    document = {"date": "2026-03-14", "headache": True, field: value}
    with pytest.raises(DiaryDayError) as refusal:
        from_document(document)
    assert refusal.value.field == field


def test_a_contradiction_is_refused() -> None:
    with pytest.raises(DiaryDayError, match="no severity"):
        from_document({"date": "2026-03-14", "headache": False, "severity": "mild"})


def test_days_say_the_same_whenever_they_were_recorded() -> None:
    early, late = (
        DiaryDay(date=MARCH_14, headache=False, recorded_at=datetime(2026, 3, 14, hour, tzinfo=UTC))
        for hour in (8, 20)
    )
    assert same_answers(early, late)
    assert not same_answers(early, FULL)
