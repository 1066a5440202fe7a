"""The pattern of injections: the standard one, its sums, and what cannot be one."""

import pytest

from diary.clinical.muscles import (
    MOST_AT_A_PLACE,
    MOST_USUAL_UNITS,
    PLACES,
    STANDARD_PATTERN,
    UNITS_A_SITE,
    USUAL,
    Injection,
    InjectionPattern,
    Muscle,
    PatternError,
    Place,
    Side,
)

TEMPLE = Place(Muscle.TEMPORALIS, Side.LEFT)
BROW = Place(Muscle.CORRUGATOR, Side.RIGHT)


def test_the_standard_pattern_is_155_units_at_31_sites() -> None:
    assert (STANDARD_PATTERN.units, STANDARD_PATTERN.sites) == (155, 31)


def test_following_the_pain_goes_up_to_195_units_at_39_sites() -> None:
    assert MOST_USUAL_UNITS == 195
    assert sum(usual.most_units // UNITS_A_SITE for usual in USUAL.values()) == 39


def test_only_temple_back_of_the_head_and_shoulder_may_get_more() -> None:
    more = {
        muscle: usual.most_units
        for muscle, usual in USUAL.items()
        if usual.most_units > usual.units
    }
    assert more == {Muscle.TEMPORALIS: 50, Muscle.OCCIPITALIS: 40, Muscle.TRAPEZIUS: 50}


def test_each_side_gets_the_same_and_only_the_procerus_lies_in_the_middle() -> None:
    assert len(PLACES) == 13
    assert [place.muscle for place in PLACES if place.side is Side.MIDLINE] == [Muscle.PROCERUS]
    assert TEMPLE.standard == (20, 4)
    assert STANDARD_PATTERN.units_of(Muscle.TEMPORALIS) == 40


def test_the_sites_of_all_are_unknown_while_those_of_one_place_are() -> None:
    counted, uncounted = Injection(place=TEMPLE, units=20, sites=4), Injection(place=BROW, units=5)
    assert InjectionPattern((counted,)).sites == 4
    pattern = InjectionPattern((counted, uncounted))
    assert (pattern.units, pattern.sites) == (25, None)


def test_injections_stand_in_the_order_of_the_muscles() -> None:
    temple, brow = Injection(place=TEMPLE, units=20), Injection(place=BROW, units=5)
    assert InjectionPattern((temple, brow)) == InjectionPattern((brow, temple))
    assert [place for place, given in InjectionPattern((temple,)).everywhere if given] == [TEMPLE]


def test_a_muscle_that_got_anything_is_told_side_by_side() -> None:
    temple = Injection(place=TEMPLE, units=20)
    assert InjectionPattern((temple,)).by_muscle == {Muscle.TEMPORALIS: {Side.LEFT: temple}}
    assert len(STANDARD_PATTERN.by_muscle) == 7


@pytest.mark.parametrize("number", [0, MOST_AT_A_PLACE + 1])
def test_a_place_gets_one_to_four_hundred(number: int) -> None:
    with pytest.raises(PatternError, match="Temporalis, left: give 1 to 400"):
        Injection(place=TEMPLE, units=number)
    with pytest.raises(PatternError):
        Injection(place=TEMPLE, units=5, sites=number)
    Injection(place=TEMPLE, units=MOST_AT_A_PLACE, sites=1)


def test_a_place_is_given_once() -> None:
    with pytest.raises(PatternError, match="twice"):
        InjectionPattern((Injection(place=TEMPLE, units=5), Injection(place=TEMPLE, units=10)))


def test_a_muscle_has_only_its_own_sides() -> None:
    with pytest.raises(PatternError, match="no such side"):
        InjectionPattern((Injection(place=Place(Muscle.PROCERUS, Side.LEFT), units=5),))
