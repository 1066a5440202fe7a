"""A dose and its dictionary say the same, also as it was written before."""

import json
from datetime import time
from typing import Any

import pytest

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Effect
from diary.days.document import from_document, to_document
from diary.days.dose_document import readable
from tests.days.pages import MARCH_14


@pytest.mark.parametrize(
    ("kept", "meant"),
    [
        (
            {"name": "sumatriptan 50 mg x0.5 @20:48", "count": 1},
            Dose(name="sumatriptan", strength="50 mg", count=0.5, at=time(20, 48)),
        ),
        (
            {"name": "sumatriptan @20:48", "count": 2, "helped": True},
            Dose(name="sumatriptan", count=2, at=time(20, 48), effect=Effect.HELPED),
        ),
        ({"name": "my x2", "count": 3}, Dose(name="my x2", count=3)),
        ({"name": "my x2y", "count": 1}, Dose(name="my x2y")),
        ({"name": "ibuprofen @home", "count": 1}, Dose(name="ibuprofen @home")),
        ({"name": "aspirin", "count": 99}, Dose(name="aspirin", count=99)),
    ],
)
def test_a_dose_kept_before_there_were_halves_and_times_is_read(
    kept: dict[str, Any], meant: Dose
) -> None:
    document = {"date": "2026-03-14", "headache": True, "medicines": [kept]}
    assert from_document(document).doses == (meant,)


@pytest.mark.parametrize(
    "wrong", [{"count": 0.3}, {"count": True}, {"count": "2"}, {"count": float("nan")}, {"time": 5}]
)
def test_an_odd_number_or_time_of_a_dose_is_refused(wrong: dict[str, Any]) -> None:
    dose = {"name": "aspirin", "time": None, **wrong}
    with pytest.raises(DiaryDayError):
        from_document({"date": "2026-03-14", "headache": True, "medicines": [dose]})


def test_half_a_dose_and_its_time_are_plain_in_json() -> None:
    dose = Dose(name="aspirin", count=0.5, at=time(20, 48))
    day = DiaryDay(date=MARCH_14, headache=True, doses=(dose, Dose(name="aspirin", count=2.0)))
    document = json.dumps(to_document(day)["medicines"])
    assert '"count": 0.5, "time": "20:48"' in document
    assert '"count": 2, "time": null' in document


def test_text_that_cannot_be_stored_is_not_readable() -> None:
    assert readable("Grüße 😀") == "Grüße 😀"
    with pytest.raises(ValueError, match="\x00"):
        readable("\x00")
