"""Days in the database: one row a date, nothing lost, everything undoable."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose, Severity
from diary.clinical.period import Period
from diary.days.store import (
    amend_day,
    amend_days,
    day_of,
    days_of,
    diary_of,
    history_of,
    remove_day,
    undo,
    write_clear_days,
    write_day,
    write_days,
)
from diary.days.version import StaleDayError, StoredDay
from tests.days.pages import MARCH_14, MILD
from tests.days.test_document import FULL

CLEAR = DiaryDay(date=MARCH_14, headache=False)
SEVERE = DiaryDay(date=MARCH_14, headache=True, severity=Severity.SEVERE)
NOW = datetime(2026, 3, 15, 8, tzinfo=UTC)


def test_a_day_comes_back_as_it_was_written(app: Flask, anna: Account) -> None:
    with app.app_context():
        written = write_day(anna, FULL, seen_revision=0)
        assert written.revision == 1
    with app.app_context():
        assert list(diary_of(anna, Period(MARCH_14, MARCH_14))) == [FULL]


def test_an_unanswered_medicine_question_is_not_none_taken(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, DiaryDay(date=MARCH_14, headache=True, doses=()), seen_revision=0)
        write_day(anna, DiaryDay(date=date(2026, 3, 15), headache=True), seen_revision=0)
        assert [day.doses for day in diary_of(anna)] == [(), None]


def test_a_diary_has_the_days_of_its_period_and_patient_only(
    app: Flask, anna: Account, ben: Account
) -> None:
    with app.app_context():
        write_days(anna, [replace_date(CLEAR, day) for day in (13, 14, 15, 16)])
        write_day(ben, MILD, seen_revision=0)
        period = Period(date(2026, 3, 14), date(2026, 3, 15))
        assert [day.date.day for day in diary_of(anna, period)] == [14, 15]
        assert len(diary_of(anna)) == 4


def test_an_empty_diary_has_no_day_and_no_history(app: Flask, anna: Account) -> None:
    with app.app_context():
        assert list(diary_of(anna)) == []
        assert day_of(anna, MARCH_14) is None
        assert history_of(anna, MARCH_14) == []


def test_the_same_answers_again_change_nothing(app: Flask, anna: Account) -> None:
    with app.app_context():
        first = write_day(anna, MILD, seen_revision=0)
        again = write_day(anna, MILD, seen_revision=0)
        assert (again.revision, again.change) == (1, first.change)
        assert len(history_of(anna, MARCH_14)) == 1


def test_a_stale_change_is_refused_and_carries_the_stored_version(
    app: Flask, anna: Account
) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        with pytest.raises(StaleDayError) as refusal:
            write_day(anna, SEVERE, seen_revision=0)
        assert (refusal.value.stored.day, refusal.value.stored.revision) == (MILD, 1)
        assert refusal.value.mine == SEVERE
        assert day_now(anna).day == MILD

        write_day(anna, SEVERE, seen_revision=1)
        assert day_now(anna).day == SEVERE


def test_a_removed_day_is_unrecorded_and_its_tombstone_knows_old_changes(
    app: Flask, anna: Account
) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        remove_day(anna, MARCH_14, seen_revision=1)
        assert len(diary_of(anna)) == 0
        assert (day_now(anna).day, day_now(anna).revision) == (None, 2)
        with pytest.raises(StaleDayError):
            write_day(anna, SEVERE, seen_revision=1)

        write_day(anna, SEVERE, seen_revision=2)
        assert list(diary_of(anna)) == [SEVERE]


def test_removing_what_was_never_recorded_does_nothing(app: Flask, anna: Account) -> None:
    with app.app_context():
        assert remove_day(anna, MARCH_14, seen_revision=0) is None
        assert day_of(anna, MARCH_14) is None


def test_the_history_keeps_every_version(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        write_day(anna, FULL, seen_revision=1)
        remove_day(anna, MARCH_14, seen_revision=2)
        versions = history_of(anna, MARCH_14)
        assert [one.day for one in versions] == [None, FULL, MILD]
        assert [one.revision for one in versions] == [3, 2, 1]


def test_undo_brings_back_what_was_there_before(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, FULL, seen_revision=0)
        changed = write_day(anna, CLEAR, seen_revision=1)
        assert undo(anna, changed.change) == [MARCH_14]
        assert (day_now(anna).day, day_now(anna).revision) == (FULL, 3)


def test_undoing_the_first_entry_leaves_the_day_unrecorded(app: Flask, anna: Account) -> None:
    with app.app_context():
        written = write_day(anna, MILD, seen_revision=0)
        undo(anna, written.change)
        assert len(diary_of(anna)) == 0


def test_undo_can_be_undone(app: Flask, anna: Account) -> None:
    with app.app_context():
        written = write_day(anna, MILD, seen_revision=0)
        undo(anna, written.change)
        undo(anna, day_now(anna).change)
        assert list(diary_of(anna)) == [MILD]


def test_undo_leaves_alone_what_was_changed_since(app: Flask, anna: Account) -> None:
    with app.app_context():
        stored = write_clear_days(anna, [MARCH_14, date(2026, 3, 15)], NOW)
        write_day(anna, SEVERE, seen_revision=1)
        assert undo(anna, stored[MARCH_14].change) == [date(2026, 3, 15)]
        assert list(diary_of(anna)) == [SEVERE]


def test_nobody_undoes_the_changes_of_another_patient(
    app: Flask, anna: Account, ben: Account
) -> None:
    with app.app_context():
        written = write_day(anna, MILD, seen_revision=0)
        assert undo(ben, written.change) == []
        assert list(diary_of(anna)) == [MILD]


def test_clear_days_are_written_where_nothing_is_recorded(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        removed = write_day(anna, replace_date(CLEAR, 15), seen_revision=0)
        remove_day(anna, removed.on, seen_revision=1)
        write_clear_days(anna, [date(2026, 3, day) for day in (14, 15, 16)], NOW)
        assert [day.headache for day in diary_of(anna)] == [True, False, False]


def test_many_days_are_written_and_undone_together(app: Flask, anna: Account) -> None:
    first = date(2006, 1, 1)
    days = [DiaryDay(date=first + timedelta(days=n), headache=False) for n in range(3000)]
    with app.app_context():
        write_day(anna, replace_date(MILD, 14), seen_revision=0)
        stored = write_days(anna, [*days, SEVERE], change="an import")
        assert {one.change for one in stored.values()} == {"an import"}
        assert len(diary_of(anna)) == 3001
        assert len(undo(anna, "an import")) == 3001
        assert list(diary_of(anna)) == [MILD]


def test_amending_starts_from_what_is_stored(app: Flask, anna: Account) -> None:
    def with_aspirin(before: DiaryDay | None) -> DiaryDay:
        assert before == MILD
        return DiaryDay(
            date=MARCH_14, headache=True, severity=before.severity, doses=(Dose(name="aspirin"),)
        )

    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        amended = amend_day(anna, MARCH_14, with_aspirin, seen_revision=1)
        assert amended.day == with_aspirin(MILD) == day_now(anna).day


def test_an_error_while_amending_writes_nothing(app: Flask, anna: Account) -> None:
    def fail_on_the_15th(on: date, _before: DiaryDay | None) -> DiaryDay:
        if on.day == 15:
            raise ZeroDivisionError
        return CLEAR

    with app.app_context():
        with pytest.raises(ZeroDivisionError):
            amend_days(anna, [MARCH_14, date(2026, 3, 15)], fail_on_the_15th)
        assert len(diary_of(anna)) == 0


def test_days_come_with_revisions_and_tombstones(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        remove_day(anna, MARCH_14, seen_revision=1)
        write_day(anna, replace_date(CLEAR, 15), seen_revision=0)
        days = days_of(anna, Period(date(2026, 3, 1), date(2026, 3, 31)))
        assert {on.day: (one.day is not None, one.revision) for on, one in days.items()} == {
            14: (False, 2),
            15: (True, 1),
        }


def day_now(patient: Account) -> StoredDay:
    stored = day_of(patient, MARCH_14)
    assert stored is not None
    return stored


def replace_date(day: DiaryDay, of_march: int) -> DiaryDay:
    return replace(day, date=date(2026, 3, of_march))
