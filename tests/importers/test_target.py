"""A file is compared with the diary before anything is stored."""

from datetime import date

from flask import Flask

from diary.accounts.models import Account
from diary.clinical.day import Severity
from diary.days.store import write_days
from diary.importers.target import compare
from diary.importers.targets.days import Days
from tests.diaries import a_clear_day, a_day

MARCH = [date(2026, 3, day) for day in range(1, 4)]


def test_what_is_new_known_and_different_is_counted(app: Flask, anna: Account) -> None:
    first, second, third = MARCH
    with app.app_context():
        write_days(anna, [a_clear_day(first), a_day(second)])
        in_file = [a_clear_day(first), a_day(second, severity=Severity.SEVERE), a_day(third)]
        comparison = compare(Days(), anna, in_file)
    assert (comparison.new, comparison.same) == (1, 1)
    [difference] = comparison.different
    assert difference.name == "2026-03-02"
    assert difference.answers == [("severity", "mild", "severe")]


def test_the_names_of_answers_are_words(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_days(anna, [a_day(MARCH[0])])
        [difference] = compare(Days(), anna, [a_day(MARCH[0], one_sided=True)]).different
    assert difference.answers == [("one sided", "no", "yes")]
