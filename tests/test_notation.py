"""What the notation writes it reads back, and what it cannot read it explains."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.day import DiaryDayError, Dose, Effect, Purpose, Spell
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
    read_dose,
    read_doses,
    read_list,
    read_muscles,
    read_spell,
    shown,
    unguarded,
    write_dose,
    write_doses,
    write_muscles,
    write_spell,
)
from tests.any_day import DOSES, SPELLS, TEXTS


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("sumatriptan", Dose(name="sumatriptan")),
        ("sumatriptan 50 mg", Dose(name="sumatriptan", strength="50 mg")),
        ("Sumatriptan  x2", Dose(name="Sumatriptan", count=2)),
        ("ibuprofen 400 mg x99", Dose(name="ibuprofen", strength="400 mg", count=99)),
        ("aspirin = helped", Dose(name="aspirin", effect=Effect.HELPED)),
        ("aspirin=not helped", Dose(name="aspirin", effect=Effect.NOT_HELPED)),
        ("aspirin x3 = unknown", Dose(name="aspirin", count=3, effect=Effect.UNKNOWN)),
        ("rimegepant preventive", Dose(name="rimegepant", purpose=Purpose.PREVENTIVE)),
        (
            "rimegepant 75 mg x1 = helped preventive",
            Dose(
                name="rimegepant",
                strength="75 mg",
                effect=Effect.HELPED,
                purpose=Purpose.PREVENTIVE,
            ),
        ),
        ("paracetamol + caffeine x2", Dose(name="paracetamol + caffeine", count=2)),
        ("CoQ10", Dose(name="CoQ10")),
        ("my x2 x1", Dose(name="my x2")),
    ],
)
def test_a_dose_is_read(text: str, dose: Dose) -> None:
    assert read_dose(text) == dose


@pytest.mark.parametrize(
    "text",
    [
        *("sumatriptan = Helped", "sumatriptan = yes", "sumatriptan =", "a = helped = helped"),
        *("sumatriptan = helped x2", "sumatriptan X2", "sumatriptan x 2", "sumatriptan ×2"),
        *("sumatriptan x1000", "sumatriptan = helped Preventive"),
    ],
)
def test_a_dose_that_does_not_follow_the_notation_is_explained(text: str) -> None:
    with pytest.raises(NotationError, match=r"(sumatriptan|a = helped).*: "):
        read_dose(text)


@pytest.mark.parametrize("text", ["x2", "= helped", "preventive", "sumatriptan x0", "a x100"])
def test_a_dose_without_name_or_with_an_odd_number_is_refused(text: str) -> None:
    with pytest.raises(DiaryDayError):
        read_dose(text)


def test_a_blank_is_unanswered_and_none_is_no_dose() -> None:
    assert read_doses("") is None
    assert read_doses("none") == ()
    assert read_doses("aspirin; ibuprofen;") == (Dose(name="aspirin"), Dose(name="ibuprofen"))


@pytest.mark.parametrize("text", ["none; aspirin", "aspirin; none", "None", "NONE", "none; none"])
def test_none_stands_alone_in_small_letters(text: str) -> None:
    with pytest.raises(NotationError, match="none"):
        read_doses(text)


@given(st.none() | st.lists(DOSES, max_size=3).map(tuple))
def test_doses_written_are_read_back(doses: tuple[Dose, ...] | None) -> None:
    assert read_doses(write_doses(doses)) == doses


@pytest.mark.parametrize("name", ["my x2", "my X 2", "preventive", "my preventive", "x2"])
def test_a_name_that_looks_like_notation_is_written_with_its_count(name: str) -> None:
    dose = Dose(name=name)
    assert write_dose(dose) == f"{name} x1"
    assert read_dose(write_dose(dose)) == dose


@given(SPELLS)
def test_a_spell_written_is_read_back(spell: Spell) -> None:
    assert read_spell(write_spell(spell)) == spell


def test_the_midnight_that_closes_the_day_is_24_00() -> None:
    spell = Spell(starts=time(22), ends=time(0), minutes=120)
    assert write_spell(spell) == "22:00-24:00/120"
    assert read_spell("22:00-24:00/120") == spell


@pytest.mark.parametrize("text", ["22:00-23:00", "22-23/60", "22:00-25:00/60", "22:00-24:30/60"])
def test_a_spell_that_does_not_follow_the_notation_is_explained(text: str) -> None:
    with pytest.raises(NotationError, match=text):
        read_spell(text)


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


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5", "@x", "\tx", "\rx", "'=1", "''@x"])
def test_text_that_a_spreadsheet_could_run_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "'quoted'", "1-2", "a=b", "it's"])
def test_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


def test_text_in_a_message_is_short_and_on_one_line() -> None:
    assert shown("a\nb\x1b") == '"a b "'
    assert shown("x" * 40) == f'"{"x" * 40}"'
    assert shown("x" * 41) == f'"{"x" * 37}…"'
