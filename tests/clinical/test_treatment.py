"""Botox sessions and preventives tried: what can be recorded and what cannot."""

from datetime import date

import pytest

from diary.clinical.treatment import (
    FEWEST_UNITS,
    MOST_UNITS,
    BotoxSession,
    Outcome,
    Preventive,
    TreatmentError,
    days_given,
)

DAY = date(2025, 12, 1)


@pytest.mark.parametrize("units", [None, 5, 6, 155, 195, 399, 400])
def test_a_session_has_5_to_400_units_or_an_unknown_number(units: int | None) -> None:
    assert BotoxSession(date=DAY, units=units).units == units


@pytest.mark.parametrize("units", [-155, 0, 4, 401])
def test_fewer_than_5_or_more_than_400_units_are_refused(units: int) -> None:
    with pytest.raises(TreatmentError, match="5 to 400 units") as refusal:
        BotoxSession(date=DAY, units=units)
    assert refusal.value.field == "units"


def test_the_limits_of_units_are_those_of_the_sessions_file() -> None:
    assert (FEWEST_UNITS, MOST_UNITS) == (5, 400)


@pytest.mark.parametrize("sites", [None, 1, 31])
def test_a_session_has_one_site_or_more_or_an_unknown_number(sites: int | None) -> None:
    assert BotoxSession(date=DAY, sites=sites).sites == sites


@pytest.mark.parametrize("sites", [0, -1])
def test_a_session_without_a_site_is_refused(sites: int) -> None:
    with pytest.raises(TreatmentError, match="at least one site") as refusal:
        BotoxSession(date=DAY, sites=sites)
    assert refusal.value.field == "sites"


def test_a_session_needs_nothing_but_its_date() -> None:
    session = BotoxSession(date=DAY)
    assert (session.product, session.clinic, session.note) == (None, None, None)


def test_a_preventive_needs_nothing_but_its_medicine() -> None:
    preventive = Preventive(medicine="topiramate")
    assert (preventive.started, preventive.stopped, preventive.outcome) == (None, None, None)


@pytest.mark.parametrize("stopped", [None, DAY, date(2026, 3, 1)])
def test_a_preventive_stops_on_the_day_it_started_or_later(stopped: date | None) -> None:
    assert Preventive(medicine="topiramate", started=DAY, stopped=stopped).stopped == stopped


def test_a_preventive_can_stop_when_nobody_knows_its_start() -> None:
    assert Preventive(medicine="topiramate", stopped=DAY).started is None


def test_a_preventive_cannot_stop_before_it_started() -> None:
    with pytest.raises(TreatmentError, match="before it started") as refusal:
        Preventive(medicine="topiramate", started=DAY, stopped=date(2025, 11, 30))
    assert refusal.value.field == "stopped"


@pytest.mark.parametrize(
    ("medicine", "dose", "name", "taken"),
    [
        ("topiramate 100 mg", None, "topiramate", "100 mg"),
        ("topiramate 100 mg", "100 mg", "topiramate", "100 mg"),
        ("topiramate 100 mg", "50 mg at night", "topiramate 100 mg", "50 mg at night"),
        ("topiramate", "50 mg", "topiramate", "50 mg"),
        ("vitamin B 12", None, "vitamin B 12", None),
        ("100 mg", None, "100 mg", None),
    ],
)
def test_a_strength_at_the_end_of_the_name_is_the_dose(
    medicine: str, dose: str | None, name: str, taken: str | None
) -> None:
    preventive = Preventive(medicine=medicine, dose=dose)
    assert (preventive.medicine, preventive.dose) == (name, taken)


def test_the_outcomes_are_the_words_of_the_preventives_file() -> None:
    assert set(Outcome) == {"not_effective", "not_tolerated", "unsuitable", "still_taking"}


def test_texts_of_treatments_are_kept_in_one_spelling() -> None:
    session = BotoxSession(
        date=DAY, clinic="Praxis\u202e Mu\u0308ller\xa0", product="\u200b", note="a\r\nb"
    )
    assert (session.clinic, session.product, session.note) == ("Praxis Müller", None, "a\nb")
    assert Preventive(medicine="\u2800").medicine == ""
    assert Preventive(medicine="Topiramate\u3000", dose="\ufeff").dose is None


def test_given_are_sessions_that_took_place_and_that_nobody_disputes() -> None:
    sessions = [
        BotoxSession(date=DAY),
        BotoxSession(date=DAY.replace(day=2), is_planned=True),
        BotoxSession(date=DAY.replace(day=3), is_disputed=True),
        BotoxSession(date=DAY.replace(day=4)),
    ]
    assert days_given(sessions, on=DAY.replace(day=3)) == [DAY]
