"""Wrong PINs: five in a row, then a pause; twenty, then the end."""

from datetime import UTC, datetime, timedelta

import pytest

from diary.sharing.links.tries import PAUSE, Tries

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("wrong", "left"), [(0, 5), (1, 4), (4, 1), (5, 5), (6, 4), (9, 1), (19, 1)]
)
def test_five_may_follow_each_other(wrong: int, left: int) -> None:
    assert Tries(wrong=wrong, last_at=NOW).left == left


@pytest.mark.parametrize(
    ("wrong", "pauses"), [(0, False), (4, False), (5, True), (6, False), (10, True), (15, True)]
)
def test_after_every_fifth_there_is_a_pause(wrong: int, pauses: bool) -> None:
    tries = Tries(wrong=wrong, last_at=NOW)
    assert bool(tries.pause(NOW)) is pauses
    assert (tries.refusal(NOW) is not None) is pauses


def test_a_pause_ends_after_a_quarter_of_an_hour() -> None:
    tries = Tries(wrong=5, last_at=NOW)
    assert tries.refusal(NOW) == "Too many wrong PINs. Wait 15 minutes, then try again."
    last_second = NOW + PAUSE - A_SECOND
    assert tries.refusal(last_second) == "Too many wrong PINs. Wait 1 minute, then try again."
    assert tries.refusal(NOW + PAUSE) is None


@pytest.mark.parametrize(("wrong", "over"), [(19, False), (20, True), (21, True)])
def test_after_twenty_no_time_helps(wrong: int, over: bool) -> None:
    tries = Tries(wrong=wrong, last_at=NOW)
    assert tries.are_over is over
    assert (tries.refusal(NOW + timedelta(days=9)) is not None) is over


def test_nobody_has_to_wait_for_nothing() -> None:
    assert Tries(wrong=0, last_at=None).refusal(NOW) is None
