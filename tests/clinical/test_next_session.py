"""The next Botox session is the planned one, or else due 12 weeks after the last."""

from datetime import date, timedelta

import pytest

from diary.clinical.botox import Timing
from diary.clinical.next_session import next_session
from diary.clinical.treatment import BotoxSession

ON = date(2026, 1, 10)
GIVEN = BotoxSession(date=date(2025, 12, 1))


def planned(day: date) -> BotoxSession:
    """A session planned for a day."""
    return BotoxSession(date=day, is_planned=True)


def test_without_a_session_there_is_no_next_one() -> None:
    assert next_session([], ON).date is None


def test_after_the_last_one_given_it_is_due_in_84_days() -> None:
    earlier = BotoxSession(date=date(2025, 9, 1))
    due = next_session([earlier, GIVEN], ON)
    assert (due.date, due.planned, due.timing) == (date(2026, 2, 23), None, None)


@pytest.mark.parametrize(
    ("days", "timing"),
    [(77, Timing.EARLY), (78, Timing.ON_SCHEDULE), (91, Timing.ON_SCHEDULE), (92, Timing.LATE)],
)
def test_a_planned_one_is_early_on_schedule_or_late(days: int, timing: Timing) -> None:
    day = GIVEN.date + timedelta(days=days)
    found = next_session([GIVEN, planned(day)], ON)
    assert (found.date, found.due, found.timing) == (day, date(2026, 2, 23), timing)


def test_the_first_of_several_planned_ones_comes_next() -> None:
    later, sooner = planned(date(2026, 5, 1)), planned(date(2026, 2, 20))
    assert next_session([GIVEN, later, sooner], ON).planned == sooner.date


@pytest.mark.parametrize(("day", "is_ahead"), [(ON, True), (ON - timedelta(days=1), False)])
def test_a_planned_day_that_is_over_is_no_plan_and_no_session(day: date, is_ahead: bool) -> None:
    found = next_session([GIVEN, planned(day)], ON)
    assert (found.planned == day) is is_ahead
    assert found.last == GIVEN.date


def test_a_session_written_ahead_in_a_file_counts_as_planned_until_its_day() -> None:
    ahead = BotoxSession(date=date(2026, 2, 23))
    assert next_session([GIVEN, ahead], ON).planned == ahead.date
    assert next_session([GIVEN, ahead], ahead.date).last == ahead.date
