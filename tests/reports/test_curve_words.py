"""The weekly curve in words."""

from datetime import date, timedelta

import pytest

from diary.clinical.botox import course_of
from diary.clinical.day import DiaryDay
from diary.clinical.period import days_from
from diary.clinical.treatment import BotoxSession
from diary.clinical.weekly_curve import weekly_curve
from diary.reports.curve_words import curve_in_words
from tests.diaries import a_diary, days_of

FIRST = date(2025, 12, 1)
BEFORE = days_from(FIRST - timedelta(days=28), 28)


def words(*headaches: int, before: int = 16, recorded: int = 28, seen: int = 7) -> str:
    """The words on a cycle with these headache days week by week, `seen` days of each recorded."""
    days: list[DiaryDay] = days_of(BEFORE, before, recorded=recorded)
    for week, count in enumerate(headaches):
        days += days_of(days_from(FIRST + timedelta(days=7 * week), 7), count, recorded=seen)
    diary = a_diary(days)
    course = course_of(diary, [BotoxSession(date=FIRST)], FIRST + timedelta(days=83))
    assert course is not None
    return curve_in_words(weekly_curve(diary, course), course)


def test_onset_and_wearing_off_are_said_in_words() -> None:
    assert words(6, 4, 3, 2, 1, 1, 1, 1, 2, 4, 5, 5) == (
        "Average over 1 cycle: fewest headache days in week 5 (1.0), most in week 1 (6.0). "
        "It certainly lies below the time before in weeks 3 to 9. "
        "It certainly lies above the time before in weeks 1 and 11 to 12. "
        "Wearing off shows in the one cycle that can be judged."
    )


def test_as_many_as_before_is_neither_below_nor_above() -> None:
    found = words(*[4] * 12)
    assert "In no week does it certainly lie below" in found
    assert "above" not in found


@pytest.mark.parametrize(("seen", "is_below"), [(6, True), (5, False)])
def test_days_without_a_record_could_lie_as_high_as_before(seen: int, is_below: bool) -> None:
    found = words(*[2] * 12, seen=seen)
    assert ("It certainly lies below the time before in weeks 1 to 12." in found) is is_below


def test_without_a_usable_baseline_nothing_is_said_of_the_time_before() -> None:
    assert "the time before" not in words(*[1] * 12, recorded=19)


def test_wearing_off_is_left_open_where_it_cannot_be_judged() -> None:
    assert words(4, 3, 2).endswith("Wearing off cannot be judged yet.")


def test_without_a_week_there_is_nothing_to_average() -> None:
    assert words() == "No week after a session is recorded well enough yet."
