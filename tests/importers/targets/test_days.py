"""Imported days join the diary under one change, and go out again as one."""

from datetime import date

from flask import Flask

from diary.accounts.models import Account
from diary.days.store import diary_of, write_day
from diary.importers.targets.days import Days
from tests.diaries import a_clear_day, a_day

FIRST, SECOND = date(2026, 3, 1), date(2026, 3, 2)
TARGET = Days()


def test_what_is_recorded_stays_unless_the_file_is_taken(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, a_clear_day(FIRST), seen_revision=None)
        kept = TARGET.write(anna, [a_day(FIRST), a_day(SECOND)], take_file=False)
        assert kept[1:] == [str(SECOND)]
        taken = TARGET.write(anna, [a_day(FIRST), a_day(SECOND)], take_file=True)
        assert taken[1:] == [str(FIRST)]
        assert TARGET.stored(anna) == {FIRST: a_day(FIRST), SECOND: a_day(SECOND)}


def test_a_day_written_since_is_named_and_left_alone(app: Flask, anna: Account) -> None:
    with app.app_context():
        receipt = TARGET.write(anna, [a_day(FIRST), a_day(SECOND)], take_file=False)
        assert TARGET.changed_since(anna, receipt) == []
        write_day(anna, a_clear_day(SECOND), seen_revision=None)
        assert TARGET.changed_since(anna, receipt) == [str(SECOND)]
        TARGET.take_back(anna, receipt)
        assert list(diary_of(anna)) == [a_clear_day(SECOND)]


def test_an_import_that_wrote_nothing_has_changed_nothing(app: Flask, anna: Account) -> None:
    with app.app_context():
        TARGET.write(anna, [a_day(FIRST)], take_file=False)
        again = TARGET.write(anna, [a_day(FIRST)], take_file=True)
        assert again[1:] == []
        assert TARGET.changed_since(anna, again) == []


def test_answers_are_said_in_the_words_of_the_file() -> None:
    words = TARGET.in_words(a_day(FIRST, triggers=("stress", "weather")))
    assert words["headache"] == "yes"
    assert words["nausea"] == "no"
    assert words["medicines"] == "none"
    assert words["triggers"] == "stress; weather"
    assert words["impact"] == ""
