"""A diary keeps recorded days in order and unrecorded ones apart."""

from datetime import date

from diary.clinical.diary import Diary
from diary.clinical.period import Period
from tests.diaries import a_clear_day, a_day

FIRST, GAP, LAST = date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 3)


def test_days_stand_in_order_however_they_came() -> None:
    diary = Diary([a_day(LAST), a_clear_day(FIRST)])
    assert [day.date for day in diary] == [FIRST, LAST]
    assert (diary.first_date, diary.last_date, len(diary)) == (FIRST, LAST, 2)


def test_an_unrecorded_day_is_no_day() -> None:
    diary = Diary([a_day(LAST), a_clear_day(FIRST)])
    assert diary.day(GAP) is None
    assert diary.day(FIRST) == a_clear_day(FIRST)
    assert len(diary.days_in(Period(FIRST, LAST))) == 2


def test_what_lies_after_the_day_is_left_out() -> None:
    diary = Diary([a_day(LAST), a_clear_day(FIRST)]).until(GAP)
    assert diary.last_date == FIRST


def test_an_empty_diary_has_neither_first_nor_last_date() -> None:
    assert (Diary([]).first_date, Diary([]).last_date) == (None, None)


def test_what_is_asked_of_a_diary_twice_is_worked_out_once() -> None:
    answers = iter((1, 2, 3))
    diary = Diary([a_day(LAST)])
    assert [diary.once("how many", lambda: next(answers)) for _ in range(2)] == [1, 1]
    assert Diary([]).once("how many", lambda: next(answers)) == 2
