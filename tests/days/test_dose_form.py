"""What is typed about a medicine is understood as people type it, and asked about where it is not."""

from datetime import time

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose
from tests.days.pages import MARCH_14, THE_DAY, record, recorded, stored_before


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        *(("0.5", 0.5), ("0,5", 0.5), ("½", 0.5), ("1/2", 0.5), ("¼", 0.25), ("¾", 0.75)),
        *(
            ("1½", 1.5),
            ("1 ½", 1.5),
            ("1 1/2", 1.5),
            ("2", 2),
            ("２", 2),
            ("０．５", 0.5),
            ("٠٫٥", 0.5),
        ),
        *(("20", 20), (" 3 ", 3), ("", 1)),
    ],
)
def test_a_number_of_doses_is_read_as_people_type_it(
    app: Flask, anna: Account, as_anna: FlaskClient, typed: str, count: float
) -> None:
    as_anna.post(
        THE_DAY,
        data={"headache": "yes", "medicines-0-name": "aspirin", "medicines-0-count": typed},
    )
    assert recorded(app, anna).doses == (Dose(name="aspirin", count=count),)


@pytest.mark.parametrize(
    "typed", ["0.3", "11/2", "3/2", "½½", "1.½", "1..5", "-1", "1e1", "20.5", "21", "1" * 30, "x2"]
)
def test_another_number_of_doses_is_refused(as_anna: FlaskClient, typed: str) -> None:
    answer = as_anna.post(
        THE_DAY,
        data={"headache": "yes", "medicines-0-name": "aspirin", "medicines-0-count": typed},
    )
    assert answer.status_code == 422
    assert "in quarters" in answer.text
    assert f'value="{typed}"' in answer.text


TWICE = (
    Dose(name="sumatriptan", strength="50 mg", count=0.5, at=time(20, 48)),
    Dose(name="sumatriptan", strength="50 mg", at=time(23)),
)


@pytest.mark.parametrize("carried", [True, False])
def test_the_time_of_a_dose_is_shown_and_never_dropped(
    app: Flask, anna: Account, as_anna: FlaskClient, carried: bool
) -> None:
    record(app, anna, DiaryDay(date=MARCH_14, headache=True, doses=TWICE))
    assert "20:48" in as_anna.get(THE_DAY).text
    rows: dict[str, str] = {}
    for number, dose in enumerate(TWICE):
        rows[f"medicines-{number}-name"] = dose.named
        rows[f"medicines-{number}-count"] = str(dose.count)
        if carried:
            rows[f"medicines-{number}-at"] = f"{dose.at:%H:%M}"
    as_anna.post(THE_DAY, data={"revision": "1", "headache": "yes", "severity": "mild", **rows})
    assert recorded(app, anna).doses == TWICE


@pytest.mark.parametrize("typed", ["nothing", "-", "N/A"])
def test_a_word_for_no_medicine_is_asked_about_and_taken_as_none(
    app: Flask, anna: Account, as_anna: FlaskClient, typed: str
) -> None:
    answers = {"headache": "yes", "medicines-0-name": typed}
    asked = as_anna.post(THE_DAY, data=answers)
    assert asked.status_code == 422
    assert "Did you mean: no medicine taken?" in asked.text
    assert 'name="took_nothing"' in asked.text
    as_anna.post(THE_DAY, data=answers | {"took_nothing": "yes"})
    assert recorded(app, anna).doses == ()


def test_what_was_stored_under_other_limits_can_be_saved_again(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    old = (Dose(name="2x aspirin"), Dose(name="naproxen", count=50), Dose(name="a" * 120))
    stored_before(app, anna, DiaryDay(date=MARCH_14, headache=True, doses=old))
    rows: dict[str, str] = {}
    for number, dose in enumerate(old):
        rows |= {
            f"medicines-{number}-name": dose.named,
            f"medicines-{number}-count": str(dose.count),
        }
    answer = as_anna.post(
        THE_DAY, data={"revision": "1", "headache": "yes", "severity": "mild", **rows}
    )
    assert answer.status_code == 303
    assert recorded(app, anna).doses == old
