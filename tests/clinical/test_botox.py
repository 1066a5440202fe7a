"""Windows around Botox sessions and wearing-off."""

from datetime import date, timedelta

import pytest

from diary.clinical.botox import (
    BlockName,
    Course,
    Timing,
    course_of,
    last_four_weeks_of_cycle,
)
from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay
from diary.clinical.period import Period, days_from
from diary.clinical.treatment import BotoxSession
from tests.diaries import a_diary, days_of

FIRST = date(2025, 12, 1)
LONG_AFTER = date(2026, 12, 31)


def sessions(*dates: date) -> list[BotoxSession]:
    return [BotoxSession(date=on) for on in dates]


def course(days: list[DiaryDay], *dates: date, on: date = LONG_AFTER) -> Course:
    found = course_of(a_diary(days), sessions(*dates), on)
    assert found is not None
    return found


def extents(of: Course, cycle: int = 1) -> dict[str, tuple[str, str]]:
    return {
        block.name: (block.period.first.isoformat(), block.period.last.isoformat())
        for block in of.cycles[cycle - 1].blocks
    }


def test_worked_case_28_the_windows_of_a_session() -> None:
    found = course([], FIRST, on=date(2026, 2, 22))
    assert found.baseline.period == Period(date(2025, 11, 3), date(2025, 11, 30))
    assert extents(found) == {
        "weeks_1_4": ("2025-12-01", "2025-12-28"),
        "weeks_5_8": ("2025-12-29", "2026-01-25"),
        "weeks_9_12": ("2026-01-26", "2026-02-22"),
    }
    assert found.next_due == date(2026, 2, 23)


def test_worked_case_29_an_early_session_cuts_the_last_block_short() -> None:
    found = course([], FIRST, date(2026, 2, 16))
    assert found.cycles[1].interval_days == 77
    assert found.cycles[1].timing is Timing.EARLY
    assert extents(found)["weeks_9_12"] == ("2026-01-26", "2026-02-15")
    block = found.cycles[0].block(BlockName.WEEKS_9_12)
    assert block is not None
    assert len(block.counts) == 21


@pytest.mark.parametrize(
    ("interval", "timing"),
    [(77, "early"), (78, "on_schedule"), (84, "on_schedule"), (91, "on_schedule"), (92, "late")],
)
def test_a_session_is_early_on_schedule_or_late(interval: int, timing: str) -> None:
    cycles = course([], FIRST, FIRST + timedelta(days=interval)).cycles
    assert [cycle.timing for cycle in cycles] == [None, timing]


def test_days_after_week_12_belong_to_a_block_of_their_own() -> None:
    assert "beyond_week_12" not in extents(course([], FIRST, on=date(2026, 2, 22)))
    assert extents(course([], FIRST, on=date(2026, 2, 23)))["beyond_week_12"] == (
        "2026-02-23",
        "2026-02-23",
    )


def test_a_block_that_has_not_begun_or_has_no_day_left_is_left_out() -> None:
    assert list(extents(course([], FIRST, on=FIRST))) == ["weeks_1_4"]
    early = course([], FIRST, FIRST + timedelta(days=28))
    assert list(extents(early)) == ["weeks_1_4"]
    assert early.cycles[0].block(BlockName.WEEKS_5_8) is None


def test_there_is_no_course_before_the_first_session() -> None:
    assert course_of(a_diary(), sessions(FIRST), FIRST - timedelta(days=1)) is None
    assert course_of(a_diary(), sessions(FIRST), FIRST) is not None


def test_sessions_are_put_in_order() -> None:
    later = FIRST + timedelta(days=84)
    assert [c.session.date for c in course([], later, FIRST).cycles] == [FIRST, later]


@pytest.mark.parametrize(("recorded", "usable"), [(19, False), (20, True)])
def test_a_baseline_needs_20_recorded_days(recorded: int, usable: bool) -> None:
    before = days_of(days_from(date(2025, 11, 3), 28), 10, recorded=recorded)
    assert course(before, FIRST).has_usable_baseline is usable


def middle_and_end(middle: int, end: int, recorded: int = 28) -> list[DiaryDay]:
    return [
        *days_of(days_from(FIRST + timedelta(days=28), 28), middle),
        *days_of(days_from(FIRST + timedelta(days=56), 28), end, recorded=recorded),
    ]


@pytest.mark.parametrize(
    ("middle", "end", "recorded", "expected"),
    [
        (8, 10, 28, Verdict.MET),
        (8, 9, 28, Verdict.NOT_MET),
        (8, 9, 27, Verdict.CANNOT_TELL),
        (8, 20, 20, Verdict.MET),
        (8, 19, 19, Verdict.CANNOT_TELL),
    ],
)
def test_wearing_off_is_two_more_days_per_28(
    middle: int, end: int, recorded: int, expected: Verdict
) -> None:
    found = course(middle_and_end(middle, end, recorded), FIRST)
    assert found.cycles[0].wearing_off is expected


def test_wearing_off_cannot_be_told_before_week_9() -> None:
    found = course(middle_and_end(8, 12), FIRST, on=FIRST + timedelta(days=55))
    assert found.cycles[0].wearing_off is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("second_after", "third_after", "on_after", "expected"),
    [
        (84, None, 83, Period(date(2026, 4, 20), date(2026, 5, 17))),
        (84, None, 82, None),
        (84, 77, 400, Period(date(2026, 4, 13), date(2026, 5, 10))),
        (84, 100, 400, Period(date(2026, 4, 20), date(2026, 5, 17))),
        (84, 14, 400, Period(date(2026, 2, 23), date(2026, 3, 8))),
    ],
)
def test_the_last_28_days_of_the_second_cycle(
    second_after: int, third_after: int | None, on_after: int, expected: Period | None
) -> None:
    second = FIRST + timedelta(days=second_after)
    dates = [FIRST, second]
    if third_after:
        dates.append(second + timedelta(days=third_after))
    found = course([], *dates, on=second + timedelta(days=on_after))
    assert last_four_weeks_of_cycle(found, 2) == expected


def test_a_cycle_that_was_not_given_has_no_last_28_days() -> None:
    assert last_four_weeks_of_cycle(course([], FIRST), 2) is None
