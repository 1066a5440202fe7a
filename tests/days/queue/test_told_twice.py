"""The same doses told in two versions are counted once, and none is lost."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.day import Dose, Effect
from diary.days.queue.told_twice import doses_of_both
from tests.any_day import DOSES

HELPED = Effect.HELPED


def aspirin(count: float = 1, clock: int | None = None, effect: Effect | None = None) -> Dose:
    return Dose(
        name="aspirin", count=count, at=None if clock is None else time(clock), effect=effect
    )


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ([aspirin()], [aspirin(2, effect=HELPED)], [aspirin(2, effect=HELPED)]),
        ([aspirin(effect=HELPED)], [aspirin(0.5, 20)], [aspirin(1, 20, HELPED)]),
        ([aspirin(1, 20)], [aspirin(1, 22)], [aspirin(1, 20), aspirin(1, 22)]),
        ([aspirin(1, 20)], [aspirin(0.5, 20, HELPED)], [aspirin(1, 20, HELPED)]),
        ([aspirin(2)], [aspirin(1, 20), aspirin(1, 22)], [aspirin(1, 20), aspirin(1, 22)]),
        (
            [aspirin(2.5)],
            [aspirin(1, 20), aspirin(1, 22)],
            [aspirin(1, 20), aspirin(1, 22), aspirin(0.5)],
        ),
        (
            [aspirin(), aspirin(effect=HELPED)],
            [aspirin(2)],
            [aspirin(), aspirin(effect=HELPED)],
        ),
    ],
)
def test_the_same_medicine_in_both_is_the_same_doses_told_twice(
    first: list[Dose], second: list[Dose], together: list[Dose]
) -> None:
    assert doses_of_both(tuple(first), tuple(second)) == tuple(together)


def test_a_question_that_one_left_open_is_answered_by_the_other() -> None:
    assert doses_of_both(None, None) is None
    assert doses_of_both(None, ()) == ()
    assert doses_of_both((aspirin(),), None) == (aspirin(),)


@given(st.lists(DOSES, max_size=4).map(tuple))
def test_a_version_with_itself_is_the_same_doses(doses: tuple[Dose, ...]) -> None:
    together = doses_of_both(doses, doses) or ()
    assert sorted(map(repr, together)) == sorted(map(repr, doses))


SOME = st.lists(
    st.builds(
        aspirin,
        st.integers(1, 8).map(lambda n: n / 4),
        st.none() | st.integers(0, 3),
        st.none() | st.sampled_from(Effect),
    ),
    max_size=4,
    unique_by=lambda dose: dose.at or object(),
)


@given(SOME, SOME)
def test_no_time_and_no_unit_is_lost(first: list[Dose], second: list[Dose]) -> None:
    together = doses_of_both(tuple(first), tuple(second)) or ()
    assert {dose.at for dose in together} >= {d.at for d in (*first, *second)} - {None}
    told = max(sum(dose.count for dose in version) for version in (first, second))
    assert sum(dose.count for dose in together) >= told
