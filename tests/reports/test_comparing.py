"""What can be compared with the time before Botox."""

from datetime import date

from diary.clinical.botox import Course, course_of
from diary.clinical.diary import Diary
from diary.clinical.period import Period
from diary.clinical.treatment import BotoxSession
from diary.reports.comparing import USUAL, Choice, choices_of, compare, usual_choice

FIRST, SECOND = date(2025, 12, 1), date(2026, 2, 23)


def course(on: date, *sessions: date) -> Course:
    """A course as it stands on `on`; nothing is recorded."""
    found = course_of(Diary([]), [BotoxSession(date=day) for day in sessions], on)
    assert found is not None
    return found


def test_the_usual_comparison_is_the_end_of_the_second_cycle_once_it_is_complete() -> None:
    assert usual_choice(course(date(2026, 5, 17), FIRST, SECOND)) == USUAL
    before = usual_choice(course(date(2026, 5, 16), FIRST, SECOND))
    assert before == Choice(cycle=2, name="weeks_5_8")


def test_a_block_that_has_only_begun_is_compared_when_there_is_no_other() -> None:
    assert usual_choice(course(date(2025, 12, 27), FIRST)) == Choice(cycle=1, name="weeks_1_4")
    assert usual_choice(course(date(2026, 1, 2), FIRST)) == Choice(cycle=1, name="weeks_1_4")
    assert usual_choice(course(SECOND, FIRST, SECOND)) == Choice(cycle=1, name="weeks_9_12")


def test_long_after_a_single_session_the_end_of_its_cycle_is_compared() -> None:
    assert usual_choice(course(date(2026, 11, 21), FIRST)) == Choice(cycle=1, name="last")


def test_every_block_that_has_begun_can_be_chosen() -> None:
    names = [choice.name for choice in choices_of(course(date(2025, 12, 29), FIRST))[0]]
    assert names == ["weeks_1_4", "weeks_5_8", "twelve_weeks", "around"]


def test_every_choice_leads_to_a_comparison() -> None:
    so_far = course(date(2026, 9, 1), FIRST, SECOND)
    for of_cycle in choices_of(so_far):
        for choice in of_cycle:
            assert compare(Diary([]), so_far, choice) is not None


def test_a_block_that_the_course_lacks_leads_nowhere() -> None:
    so_far = course(date(2025, 12, 29), FIRST)
    assert compare(Diary([]), so_far, USUAL) is None
    assert compare(Diary([]), so_far, Choice(cycle=1, name="weeks_9_12")) is None


def test_the_four_weeks_around_a_session_have_their_own_before() -> None:
    so_far = course(date(2026, 9, 1), FIRST, SECOND)
    compared = compare(Diary([]), so_far, Choice(cycle=2, name="around"))
    assert compared is not None
    assert compared.before.period == Period(date(2026, 1, 26), date(2026, 2, 22))
    assert compared.after.period == Period(date(2026, 2, 23), date(2026, 3, 22))


def test_choices_are_named_in_words() -> None:
    around = Choice(cycle=2, name="around")
    assert USUAL.after == "the last 28 days of cycle 2"
    assert Choice(cycle=1, name="weeks_5_8").after == "weeks 5–8 of cycle 1"
    assert (around.before, around.after) == (
        "the four weeks before session 2",
        "the four weeks from session 2 on",
    )
    assert Choice(cycle=3, name="weeks_1_4").key == "cycle-3-weeks_1_4"
