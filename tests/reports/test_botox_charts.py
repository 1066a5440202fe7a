"""The charts of the Botox treatment."""

from datetime import date, timedelta

import pytest

from diary.clinical.botox import Course, course_of
from diary.clinical.diary import Diary
from diary.clinical.period import Period, days_from
from diary.clinical.treatment import BotoxSession
from diary.reports.botox_charts import block_chart, curve_chart, cycles_chart
from diary.reports.treatment_changes import OtherChange
from tests.diaries import a_diary, days_of

FIRST = date(2025, 12, 1)
BASELINE = days_from(FIRST - timedelta(days=28), 28)
CYCLE = days_from(FIRST, 84)


def course(diary: Diary, on: date = CYCLE.last) -> Course:
    """One cycle as it stands on `on`."""
    found = course_of(diary, [BotoxSession(date=FIRST)], on)
    assert found is not None
    return found


def test_blocks_are_brought_to_28_days_with_what_could_still_be() -> None:
    diary = a_diary(days_of(BASELINE, 20), days_of(days_from(FIRST, 28), 7, recorded=24))
    chart = block_chart(course(diary, FIRST + timedelta(days=27)), lambda key: f"?block={key}")
    assert chart.labels == ["Before", "1–4"]
    assert [list(one.values) for one in chart.series] == [[20.0, 7.0], [0.0, 4.0]]
    assert chart.rows[1] == [
        "cycle 1, weeks 1–4",
        "7 of 28 days, 4 not recorded: 7 to 11",
        "7.0 to 11.0",
    ]
    assert chart.links == ["?block=", "?block=cycle-1-weeks_1_4"]
    assert [(mark.at, mark.label) for mark in chart.marks] == [(0.5, "1 Dec")]


def test_a_block_shorter_than_a_week_is_not_drawn() -> None:
    def labels(days_beyond: int) -> list[str]:
        on = CYCLE.last + timedelta(days=days_beyond)
        return block_chart(course(Diary([]), on), str).labels

    assert labels(6)[-1] == "9–12"
    assert labels(7)[-1] == "beyond week 12"


def test_the_curve_shows_the_week_of_fewest_headache_days() -> None:
    good = days_from(FIRST + timedelta(days=14), 7)
    rest = [
        *days_of(Period(FIRST, FIRST + timedelta(days=13)), 14),
        *days_of(good, 1),
        *days_of(Period(FIRST + timedelta(days=21), CYCLE.last), 63),
    ]
    diary = a_diary(days_of(BASELINE, 28), rest)
    chart = curve_chart(diary, course(diary))
    assert chart.series[0].values[2] == 1.0
    assert chart.sentence == (
        "Average over 1 cycle: fewest headache days in week 3 (1.0), most in week 12 (7.0). "
        "It certainly lies below the time before in week 3. "
        "Wearing off does not show in the one cycle that can be judged."
    )
    assert [(level.at, level.label) for level in chart.levels] == [(7.0, "before")]


def test_an_incomplete_baseline_is_two_lines_and_an_unusable_one_none() -> None:
    def levels(recorded: int) -> list[float]:
        diary = a_diary(days_of(BASELINE, 12, recorded=recorded))
        return [level.at for level in curve_chart(diary, course(diary)).levels]

    assert levels(24) == [3.0, 4.0]
    assert levels(19) == []


def test_weeks_that_were_not_recorded_are_not_known() -> None:
    chart = curve_chart(Diary([]), course(Diary([])))
    assert set(chart.series[0].values) == {None}
    assert chart.rows[0] == ["1", "not known", "0"]
    assert chart.sentence == "No week after a session is recorded well enough yet."


def test_two_cycles_are_two_lines_that_differ_in_more_than_colour() -> None:
    second = FIRST + timedelta(days=84)
    diary = a_diary(
        days_of(days_from(FIRST, 84), 84), days_of(days_from(second, 21), 0, recorded=14)
    )
    sessions = [BotoxSession(date=day) for day in (FIRST, second)]
    two = course_of(diary, sessions, second + timedelta(days=20))
    assert two is not None
    chart = cycles_chart(diary, two)
    assert chart is not None
    assert [one.name for one in chart.series] == ["Cycle 1", "Cycle 2"]
    assert chart.series[0].dash != chart.series[1].dash
    assert chart.series[1].values[:3] == [0.0, 0.0, None]
    assert chart.rows[0] == ["1", "7.0", "0.0"]
    assert chart.rows[2] == ["3", "7.0", "not known"]


def test_one_cycle_alone_is_not_overlaid() -> None:
    diary = a_diary(days_of(CYCLE, 10))
    assert cycles_chart(diary, course(diary)) is None


def test_other_changes_stand_among_the_blocks_on_their_day() -> None:
    changes = [
        OtherChange(first=day, last=day, what="flu", letter=letter)
        for letter, day in (("A", BASELINE.first), ("B", FIRST + timedelta(days=14)))
    ]
    diary = a_diary(days_of(BASELINE, 20))
    marks = block_chart(course(diary), str, changes).marks
    assert [(mark.label, mark.is_session, mark.at) for mark in marks] == [
        ("A", False, -0.482),
        ("1 Dec", True, 0.5),
        ("B", False, 1.018),
    ]


@pytest.mark.parametrize(("cycles", "drawn", "says_so"), [(4, 4, False), (5, 4, True)])
def test_at_most_four_cycles_are_drawn_and_the_table_has_all(
    cycles: int, drawn: int, says_so: bool
) -> None:
    dates = [FIRST + timedelta(days=84 * number) for number in range(cycles)]
    diary = a_diary(*(days_of(days_from(day, 84), 20) for day in dates))
    last = dates[-1] + timedelta(days=83)
    found = course_of(diary, [BotoxSession(date=day) for day in dates], last)
    assert found is not None
    chart = cycles_chart(diary, found)
    assert chart is not None
    assert [one.name for one in chart.series] == [
        f"Cycle {number}" for number in range(cycles - drawn + 1, cycles + 1)
    ]
    assert len({one.dash for one in chart.series}) == drawn
    assert len(chart.headers) == cycles + 1
    assert ("The latest four are drawn" in chart.sentence) is says_so
