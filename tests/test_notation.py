"""What the notation writes it reads back, and what it cannot read it explains."""

from datetime import time

import pytest
from hypothesis import given

from diary.clinical.day import Spell
from diary.clinical.muscles import (
    STANDARD_PATTERN,
    Injection,
    InjectionPattern,
    Muscle,
    Place,
    Side,
)
from diary.notation import (
    NotationError,
    guarded,
    read_list,
    read_muscles,
    read_spell,
    shown,
    unguarded,
    write_muscles,
    write_spell,
)
from tests.any_day import SPELLS, TEXTS


@given(SPELLS)
def test_a_spell_written_is_read_back(spell: Spell) -> None:
    assert read_spell(write_spell(spell)) == spell


def test_the_midnight_that_closes_the_day_is_24_00() -> None:
    spell = Spell(starts=time(22), ends=time(0), minutes=120)
    assert write_spell(spell) == "22:00-24:00/120"
    assert read_spell("22:00-24:00/120") == spell


@pytest.mark.parametrize(
    "text",
    [
        "22:00-23:00",
        "22-23/60",
        "22:00-25:00/60",
        "22:00-24:30/60",
        "24:00-24:00/1",
        "08:60-09:00/1",
    ],
)
def test_a_spell_that_does_not_follow_the_notation_is_explained(text: str) -> None:
    with pytest.raises(NotationError, match=text):
        read_spell(text)


@pytest.mark.parametrize("text", ["00:00-00:00/{}", "08:00-08:00/{}", "23:59-23:59/{}"])
def test_a_spell_that_ends_as_it_starts_is_one_minute(text: str) -> None:
    assert read_spell(text.format(1)).minutes == 1
    assert read_spell(text.format(121)).minutes == 121
    assert read_spell(text.format(121)).surplus == 0
    assert read_spell(text.format(122)).surplus == 1


def test_what_each_muscle_got_is_written_and_read_back() -> None:
    temple = Injection(place=Place(Muscle.TEMPORALIS, Side.LEFT), units=20, sites=4)
    neck = Injection(place=Place(Muscle.CERVICAL_PARASPINAL, Side.RIGHT), units=10)
    written = write_muscles(InjectionPattern((temple, neck)))
    assert written == "temporalis left 20/4; cervical_paraspinal right 10"
    assert read_muscles(written) == InjectionPattern((temple, neck))
    assert read_muscles(write_muscles(STANDARD_PATTERN)) == STANDARD_PATTERN


def test_no_muscle_is_a_blank() -> None:
    assert write_muscles(None) == ""
    assert read_muscles(" ; ") is None


@pytest.mark.parametrize(
    "text", ["temporalis 20/4", "temporalis left", "temporalis left 20/", "neck left 5"]
)
def test_muscles_that_do_not_follow_the_notation_are_explained(text: str) -> None:
    with pytest.raises(NotationError, match="write an injection as in"):
        read_muscles(text)


def test_a_list_has_no_blank_part() -> None:
    assert read_list(" ; red wine;; sleep ") == ["red wine", "sleep"]
    assert read_list("") == []


@given(TEXTS)
def test_a_guard_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5", "@x", "\tx", "\rx", "\nx", "'=1", "''@x"])
def test_text_that_a_spreadsheet_could_run_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("sign", [*"=+-@", *"＝＋－＠", *"﹦﹢﹣﹫"])
def test_signs_of_any_width_are_guarded_and_come_off_again(sign: str) -> None:
    for text in (f"{sign}1+1", f"'{sign}1", f"''{sign}"):
        assert guarded(text) == f"'{text}"
        assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "'quoted'", "1-2", "a=b", "it's"])
def test_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


def test_text_in_a_message_is_short_and_on_one_line() -> None:
    assert shown("a\nb\x1b") == '"a b "'
    assert shown("x" * 40) == f'"{"x" * 40}"'
    assert shown("x" * 41) == f'"{"x" * 37}…"'
