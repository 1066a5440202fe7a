"""What the notation of doses writes it reads back, and what it cannot read it explains."""

from datetime import time
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.day import Dose, Effect, Purpose
from diary.dose_notation import read_dose, read_doses, write_dose, write_doses
from diary.notation import NotationError, shown
from tests.any_day import DOSES, TEXTS


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("sumatriptan", Dose(name="sumatriptan")),
        ("sumatriptan 50 mg", Dose(name="sumatriptan", strength="50 mg")),
        ("Sumatriptan  x2", Dose(name="Sumatriptan", count=2)),
        ("ibuprofen 400 mg x20", Dose(name="ibuprofen", strength="400 mg", count=20)),
        ("sumatriptan x0.5", Dose(name="sumatriptan", count=0.5)),
        ("sumatriptan x0,5", Dose(name="sumatriptan", count=0.5)),
        ("sumatriptan @00:00", Dose(name="sumatriptan", at=time(0))),
        (
            "sumatriptan 50 mg x0.5 @20:48 = helped",
            Dose(
                name="sumatriptan",
                strength="50 mg",
                count=0.5,
                at=time(20, 48),
                effect=Effect.HELPED,
            ),
        ),
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
    ],
)
def test_a_dose_is_read(text: str, dose: Dose) -> None:
    assert read_dose(text) == dose


@pytest.mark.parametrize(
    "text",
    [
        *("sumatriptan = Helped", "sumatriptan = yes", "sumatriptan =", "a = helped = helped"),
        *(
            "sumatriptan X2",
            "sumatriptan x 2",
            "sumatriptan ×2",
            "sumatriptan ｘ２",
            "sumatriptan x２",
        ),
        *("sumatriptan x1000", "sumatriptan x", "sumatriptan x2y", "sumatriptan x0.3", "a x0"),
        *("a x0.1", "a x20.25", "a x21", "a x-1", "a x1e1", "a x½", "a x1/2", "a x.5", "a x0."),
        *(
            "a @24:00",
            "a @25:00",
            "a @9:05",
            "a @20:60",
            "a @20.48",
            "a @20:48:30",
            "a @",
            "a@20:48",
        ),
        *(
            "a @ 20:48",
            "a ＠20:48",
            "a @２０:48",
            "a @20:48 @21:00",
            "a x2 x3",
            "2x a",
            "a 2 x",
            "½ a",
        ),
        *(
            "a 50 mgx2",
            "a 500x2",
            "a (b)x2",
            "a 1/2",
            "a ½",
            "a x2 50 mg",
            "a @20:48 50 mg",
            "a *2",
        ),
        *("x2", "x2 x1", "= helped", "preventive", "@20:48", "a ＝ helped"),
    ],
)
def test_a_dose_that_does_not_follow_the_notation_is_explained(text: str) -> None:
    with pytest.raises(NotationError) as refused:
        read_dose(text)
    assert str(refused.value).startswith(shown(text))


PARTS = ("x2", "@20:48", "= helped", "preventive")


def in_order(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in PARTS if part in parts)


@pytest.mark.parametrize(
    "parts",
    [parts for n in (2, 3, 4) for parts in permutations(PARTS, n) if parts != in_order(parts)],
)
def test_another_order_is_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(NotationError, match="aspirin"):
        read_dose(" ".join(("aspirin", *parts)))


@pytest.mark.parametrize(
    "text", ["nothing", "Nothing", "-", "–", "n/a", "N/A", "n.a.", "None", "no"]
)
def test_a_word_for_no_medicine_is_none_in_small_letters(text: str) -> None:
    with pytest.raises(NotationError, match='"none"'):
        read_doses(text)


def test_a_long_dose_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(NotationError, match="200 letters"):
        read_dose(" 1/" * 700_000)


@given(TEXTS)
def test_whatever_is_read_is_written_and_read_alike(text: str) -> None:
    try:
        dose = read_dose(text)
    except NotationError:
        return
    assert read_dose(write_dose(dose)) == dose


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
