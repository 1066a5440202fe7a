"""At first glance: what fell although headache days hardly did, and never more than the bounds allow."""

import pytest
from hypothesis import given, settings

from diary.clinical.day import DiaryDay
from diary.clinical.finding import Topic
from diary.clinical.rulebook import findings_for
from diary.reports.glance import Glance
from tests.diaries import a_day, days_of
from tests.reports.courses import BASELINE, LAST_28, case_of, compared, near_daily
from tests.reports.some_days import runs_from


def figures(glance: Glance) -> list[str]:
    """The headline in numbers, with plain spaces."""
    return [line.replace("\u00a0", " ") for line in glance.figures]


def test_fewer_hours_and_severe_hours_are_told_before_the_days_that_hardly_moved() -> None:
    glance = compared(near_daily()).glance
    assert glance.headline == (
        "Headache days are not the whole story: hours of headache and severe hours fell clearly more."
    )
    assert figures(glance) == [
        "Headache days: 11.1 % fewer.",
        "Hours of headache: 43.0 % less.",
        "Severe hours: 70.0 % less.",
    ]


def test_one_story_is_told_wherever_the_comparison_is_shown() -> None:
    chosen = compared(near_daily())
    assert chosen.story == f"{chosen.glance.headline} {' '.join(chosen.glance.figures)}"
    plain = compared(days_of(BASELINE, 20), days_of(LAST_28, 16))
    assert plain.story == plain.sentence


def test_that_story_changes_nothing_about_the_rule_of_nice() -> None:
    verdicts = {
        found.rule.name: found.verdict.value
        for found in findings_for(case_of(near_daily()), [Topic.BOTOX])
    }
    assert verdicts["botox_stop_not_enough_nice"] == "met"


def test_the_picture_has_one_scale_and_shows_what_is_left() -> None:
    glance = compared(near_daily()).glance
    left = {one.change.title: (round(one.lower, 3), round(one.upper, 3)) for one in glance.left}
    assert glance.whole == 1
    assert left["Headache days"] == (0.889, 0.889)
    assert left["Hours of headache"] == (0.57, 0.57)
    assert left["Severe hours"] == (0.3, 0.3)


@pytest.mark.parametrize(("minutes", "is_told"), [(80, True), (81, False)])
def test_hours_are_told_from_20_points_further_than_days(minutes: int, is_told: bool) -> None:
    diary = [
        *days_of(BASELINE, 20, stated_minutes=100),
        *days_of(LAST_28, 20, stated_minutes=minutes),
    ]
    glance = compared(diary).glance
    assert bool(glance.headline) is is_told
    if is_told:
        assert glance.headline == "Headache days did not get fewer, but hours of headache fell."


def test_days_without_a_record_can_take_the_story_back() -> None:
    complete = near_daily()
    unrecorded = list(LAST_28)[-4:]
    told = compared([day for day in complete if day.date not in unrecorded]).glance
    assert told.headline == (
        "How headache days changed is left open, but moderate or severe days certainly fell."
    )
    unrecorded = list(LAST_28)[-12:]
    told = compared([day for day in complete if day.date not in unrecorded]).glance
    assert told.headline is None


def test_without_a_usable_baseline_there_is_no_picture() -> None:
    glance = compared(days_of(BASELINE, 19, recorded=19), days_of(LAST_28, 1)).glance
    assert (glance.left, glance.headline, glance.telling) == ([], None, [])


def test_more_than_before_is_drawn_on_twice_the_scale_at_most() -> None:
    glance = compared(days_of(BASELINE, 2), days_of(LAST_28, 10)).glance
    assert glance.whole == 2
    assert max(one.upper for one in glance.left) == 2


@given(before=runs_from(BASELINE.first, most=28), after=runs_from(LAST_28.first, most=28))
@settings(max_examples=60, deadline=None)
def test_nothing_is_told_that_the_bounds_do_not_carry(
    before: list[DiaryDay], after: list[DiaryDay]
) -> None:
    glance = compared(before, after).glance
    for change in glance.telling:
        was, now = change.before.per_28_days(), change.after.per_28_days()
        assert now.upper < was.lower


def test_an_answer_that_is_missing_is_hatched() -> None:
    glance = compared(
        days_of(BASELINE, 20, stated_minutes=100),
        [a_day(day, stated_minutes=None) for day in list(LAST_28)[:1]],
        days_of(LAST_28, 10, stated_minutes=100)[1:],
    ).glance
    hours = next(one for one in glance.left if one.change.title == "Hours of headache")
    assert hours.lower == 0.45
    assert round(hours.upper, 2) == 1.17
