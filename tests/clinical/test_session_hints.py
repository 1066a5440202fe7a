"""What the diary asks to look at twice in a Botox session."""

from datetime import date

import pytest

from diary.clinical.muscles import (
    STANDARD_PATTERN,
    Injection,
    InjectionPattern,
    Muscle,
    Place,
    Side,
)
from diary.clinical.session_hints import all_hints_for, hints_for, timing_hint
from diary.clinical.treatment import BotoxSession

DECEMBER = BotoxSession(date=date(2025, 12, 1))


def hints(
    units: int | None = None, sites: int | None = None, product: str | None = None
) -> tuple[str, ...]:
    """The hints for a session of these."""
    return hints_for(
        BotoxSession(date=date(2025, 12, 1), units=units, sites=sites, product=product)
    )


@pytest.mark.parametrize("product", [None, "Botox", "BOTOX 100 U", "onabotulinumtoxinA"])
def test_the_standard_pattern_needs_no_hint(product: str | None) -> None:
    assert hints(155, 31, product) == ()


def test_unanswered_units_and_sites_need_no_hint() -> None:
    assert hints() == hints(155) == hints(sites=31) == hints(sites=7) == ()


def test_worked_case_36_names_the_sum() -> None:
    (hint,) = hints(155, 29)
    assert hint.startswith("29 × 5 = 145, not 155")


@pytest.mark.parametrize("units", [5, 154, 156, 195])
def test_units_other_than_155_are_named(units: int) -> None:
    (hint,) = hints(units)
    assert hint == f"{units} units is not the standard 155. Clinics do vary it."


@pytest.mark.parametrize("units", [196, 400])
def test_units_above_195_are_named_as_that(units: int) -> None:
    (hint,) = hints(units)
    assert hint == f"{units} units is above 195, the most of the usual pattern."


def test_a_larger_pattern_that_adds_up_has_the_one_hint_on_units() -> None:
    assert len(hints(195, 39)) == 1


def test_units_and_sites_can_both_be_odd() -> None:
    assert [hint[:3] for hint in hints(200, 39)] == ["200", "39 "]


@pytest.mark.parametrize("product", ["Dysport", "Xeomin 100", "abobotulinumtoxinA"])
def test_units_of_another_toxin_are_not_compared_but_said_to_differ(product: str) -> None:
    (hint,) = hints(400, 29, product)
    assert hint.startswith("Units of different products are not the same")


def injected(muscle: Muscle, left: int, right: int) -> InjectionPattern:
    """These units on each side of a muscle, five a site."""
    sides = ((Side.LEFT, left), (Side.RIGHT, right))
    return InjectionPattern(
        tuple(
            Injection(place=Place(muscle, side), units=units, sites=units // 5)
            for side, units in sides
        )
    )


def test_the_standard_pattern_muscle_by_muscle_needs_no_hint() -> None:
    assert hints_for(BotoxSession(date=date(2025, 12, 1), muscles=STANDARD_PATTERN)) == ()


@pytest.mark.parametrize(("right", "hinted"), [(25, False), (30, True)])
def test_a_muscle_above_the_most_of_the_usual_pattern_is_named(right: int, hinted: bool) -> None:
    muscles = injected(Muscle.TEMPORALIS, 25, right)
    found = hints_for(BotoxSession(date=date(2025, 12, 1), muscles=muscles))
    assert any(hint.startswith("Temporalis: 55 units is above 50") for hint in found) is hinted


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        (date(2026, 2, 16), "77 days after the session before: early."),
        (date(2026, 2, 17), None),
        (date(2026, 3, 2), None),
        (date(2026, 3, 3), "92 days after the session before: late."),
    ],
)
def test_an_early_or_late_session_is_named(day: date, hint: str | None) -> None:
    found = timing_hint(BotoxSession(date=day), [DECEMBER])
    assert found is hint is None or (found and found.startswith(hint or "?"))


def test_the_first_session_is_neither_early_nor_late() -> None:
    assert timing_hint(DECEMBER, [DECEMBER, BotoxSession(date=date(2026, 3, 1))]) is None


def test_a_planned_session_that_nobody_confirmed_is_no_session_before() -> None:
    planned = BotoxSession(date=date(2025, 12, 1), is_planned=True)
    assert timing_hint(BotoxSession(date=date(2025, 12, 8)), [planned]) is None


def test_the_word_on_its_day_comes_after_those_on_its_numbers() -> None:
    odd = BotoxSession(date=date(2026, 2, 16), units=150, sites=31)
    assert all_hints_for(odd, [DECEMBER]) == [*hints_for(odd), timing_hint(odd, [DECEMBER])]
    assert all_hints_for(odd, []) == list(hints_for(odd))
