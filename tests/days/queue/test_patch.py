"""A patch changes the answers that were touched, and no other."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Effect, Severity
from diary.clinical.limits import refuse_beyond_limits
from diary.days.document import to_document
from diary.days.queue.patch import answers_in, is_apart, lay_over
from tests.any_day import DAYS
from tests.days.pages import MARCH_14, record, recorded
from tests.days.queue.phone import (
    MILD,
    NOTED,
    SEVERE,
    an_item,
    remove_elsewhere,
    saved_now,
    send,
    send_one,
    write_elsewhere,
)
from tests.days.test_document import FULL

AT = datetime(2026, 3, 14, 18, tzinfo=UTC)
NAMES = sorted(to_document(FULL).keys() - {"date", "recorded_at", "headache"})
MEASURES = {"severity", "pain", "minutes", "spells"}


def a_patch(
    patient: Account, /, base_revision: int | None = 0, after: str | None = None, **answers: Any
) -> dict[str, Any]:
    """Touched answers of 14 March."""
    more = {"after": after} if after else {}
    return an_item(
        patient, "answers", format=2, base_revision=base_revision, answers=answers, **more
    )


def laid(before: DiaryDay | None, **answers: Any) -> DiaryDay:
    """What 14 March becomes."""
    return lay_over(MARCH_14, answers, 1440, AT)(before)


@given(before=DAYS, told=DAYS, names=st.sets(st.sampled_from(NAMES)))
def test_no_untouched_answer_of_any_day_changes(
    before: DiaryDay, told: DiaryDay, names: set[str]
) -> None:
    patch = {name: answers_in(told).get(name) for name in names}
    try:
        after = lay_over(before.date, patch, 1500, AT)(before)
    except DiaryDayError:
        return  # Together they contradict each other; nothing is written.
    was, is_now = answers_in(before), answers_in(after)
    implied = {"headache"} if names & MEASURES else set()
    # Times that add up to the stated minutes say them alone.
    implied |= {"minutes"} if names & {"minutes", "spells"} else set()
    for name in (was | is_now).keys() - names - implied:
        assert was.get(name) == is_now.get(name), name
    assert after.recorded_at == before.recorded_at


def test_touched_back_to_not_answered_is_cleared() -> None:
    day = laid(FULL, severity=None, note=None, triggers=None, medicines=None, nausea=None)
    assert (day.severity, day.note, day.triggers, day.doses, day.nausea) == (
        None,
        None,
        (),
        None,
        None,
    )
    assert day.pain == FULL.pain


def test_how_bad_and_how_long_say_that_there_was_a_headache() -> None:
    for answers in ({"severity": "mild"}, {"pain": 3}, {"minutes": 60}):
        assert laid(None, **answers).headache
        assert laid(DiaryDay(date=MARCH_14, headache=False), **answers).headache
    for odd in ({"note": "x"}, {"pain": 0}, {"severity": None}, {"headache": None}):
        with pytest.raises(DiaryDayError, match="first whether"):
            laid(None, **odd)


def test_no_headache_takes_back_what_only_a_headache_has() -> None:
    day = laid(FULL, headache=False, note="Over.")
    assert (day.headache, day.severity, day.minutes, day.spells) == (False, None, None, ())
    assert (day.note, day.triggers) == ("Over.", FULL.triggers)


def test_all_day_is_as_long_as_the_day_and_nothing_is_longer() -> None:
    assert laid(None, minutes="all_day").minutes == 1440
    with pytest.raises(DiaryDayError, match="1440 minutes"):
        laid(None, minutes=1441)


def test_numbers_are_read_as_they_were_typed() -> None:
    day = laid(None, pain=" 7 ", minutes="٤٥", medicines=[{"name": "aspirin", "count": "1½"}])
    assert (day.pain, day.minutes, [dose.count for dose in day.doses or ()]) == (7, 45, [1.5])
    for odd in ({"pain": "a lot"}, {"minutes": "-5"}, {"medicines": [{"name": "a", "count": "x"}]}):
        with pytest.raises(DiaryDayError) as refused:
            laid(None, **odd)
        assert [refused.value.field] == list(odd)


def test_what_a_dose_leaves_out_is_as_it_was() -> None:
    aspirin = Dose(name="aspirin", strength="500 mg", effect=Effect.HELPED)
    before = DiaryDay(date=MARCH_14, headache=True, doses=(aspirin, Dose(name="x"), aspirin))
    day = laid(before, medicines=[{"name": "Aspirin 500 mg", "count": 2}, {"name": "ibuprofen"}])
    assert day.doses == (replace(aspirin, name="Aspirin", count=2), Dose(name="ibuprofen"))


def test_a_number_of_doses_is_read_as_it_was_typed_and_a_time_stays() -> None:
    timed = Dose(name="aspirin", at=time(20, 48))
    before = DiaryDay(date=MARCH_14, headache=True, doses=(timed,))
    for typed in ("0,5", "½", "1/2", 0.5):
        day = laid(before, medicines=[{"name": "aspirin", "count": typed}])
        assert day.doses == (replace(timed, count=0.5),)
    for wrong in ("0,3", "some", "21", 0.3):
        with pytest.raises(DiaryDayError, match="in quarters"):
            refuse_beyond_limits(laid(before, medicines=[{"name": "aspirin", "count": wrong}]))


def test_apart_is_what_nobody_else_changed() -> None:
    base, saved = laid(None, severity="mild"), laid(None, severity="mild", note="From the tablet.")
    assert is_apart(base, saved, laid(saved, nausea=True))
    assert is_apart(base, saved, laid(saved, severity="severe"))
    assert not is_apart(base, saved, laid(saved, note="From the phone."))
    assert is_apart(base, saved, saved)
    assert not is_apart(None, saved, laid(saved, severity="severe"))


def test_a_tap_and_then_the_whole_day_without_that_answer_keep_the_tap(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    tap = an_item(anna, "severity", severity="severe", base_revision=None)
    send(as_anna, tap, a_patch(anna, after=tap["client_id"], nausea=True))
    assert (recorded(app, anna).severity, recorded(app, anna).nausea) == (Severity.SEVERE, True)


@pytest.mark.parametrize("base_revision", [0, None])
def test_an_older_form_wipes_nothing_that_it_did_not_show(
    app: Flask, anna: Account, as_anna: FlaskClient, base_revision: int | None
) -> None:
    tap = an_item(anna, "severity", severity="severe", base_revision=None)
    fields = [["headache", ""], ["severity", ""], ["nausea", "yes"], ["note", ""]]
    form = {"fields": fields, "after": tap["client_id"], "base_revision": base_revision}
    send(as_anna, tap, an_item(anna, "form", **form))
    assert (recorded(app, anna).severity, recorded(app, anna).nausea) == (Severity.SEVERE, True)


def test_an_older_form_of_a_page_that_showed_the_day_says_the_whole_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, FULL)
    fields = [["headache", "yes"], ["severity", ""], ["note", "In bed."]]
    send(as_anna, an_item(anna, "form", base_revision=1, fields=fields))
    assert (recorded(app, anna).severity, recorded(app, anna).note) == (None, "In bed.")


def test_doses_that_are_filled_in_are_added_to_those_that_were_tapped(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    tap = an_item(anna, "severity", severity="severe", base_revision=None)
    one = an_item(anna, "dose", dose="aspirin", after=tap["client_id"], base_revision=None)
    told = {"name": "ibuprofen 400 mg", "count": "0,5", "helped": True}
    other = {"format": 2, "dose": told, "after": one["client_id"], "base_revision": None}
    send(as_anna, tap, one, an_item(anna, "dose", **other))
    doses = recorded(app, anna).doses or ()
    assert [(dose.named, dose.count) for dose in doses] == [
        ("aspirin", 1),
        ("ibuprofen 400 mg", 0.5),
    ]


def test_a_headache_that_was_none_says_what_went_with_it(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, FULL)
    answer = send_one(as_anna, a_patch(anna, 1, headache=False))
    assert answer["said"].startswith("Saved. No headache. Cleared: how bad")


def test_a_stale_patch_of_other_answers_is_written_beside_them(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, MILD, seen=0)
    write_elsewhere(app, anna, MILD | {"note": "From the tablet."}, seen=1)
    answer = send_one(as_anna, a_patch(anna, 1, severity="severe", nausea=True))
    assert (answer["status"], answer["revision"]) == ("applied", 3)
    day = recorded(app, anna)
    assert (day.severity, day.nausea, day.note) == (Severity.SEVERE, True, "From the tablet.")


def test_a_stale_patch_of_the_same_answer_waits_and_keeps_the_others(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, NOTED, seen=0)
    answer = send_one(as_anna, a_patch(anna, severity="mild", nausea=True))
    assert (answer["status"], answer["day"]["severity"]) == ("conflict", "severe")
    assert saved_now(app, anna) == (1, "severe")
    page = as_anna.get("/days/2026-03-14/conflict").text
    assert page.count("From the tablet.") == 3  # In mine, in the saved one, and in both.


def test_a_stale_patch_that_says_the_same_is_done(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    assert send_one(as_anna, a_patch(anna, severity="severe"))["status"] == "same"


def test_a_patch_does_not_bring_back_a_removed_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    remove_elsewhere(app, anna, seen=1)
    assert send_one(as_anna, a_patch(anna, 1, note="x"))["status"] == "removed"
    assert saved_now(app, anna) == (2, None)


def test_a_patch_newer_than_the_restored_server_overwrites_nothing(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    assert send_one(as_anna, a_patch(anna, 7, severity="mild"))["status"] == "conflict"


def test_quick_taps_of_one_answer_are_no_conflict_with_oneself(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    taps = [a_patch(anna, severity="mild")]
    for word in ("moderate", "severe", "mild"):
        taps.append(a_patch(anna, after=taps[-1]["client_id"], severity=word))
    assert [one["status"] for one in send(as_anna, *taps)] == ["applied"] * 4
    again = a_patch(anna, after=taps[-1]["client_id"], severity="severe")
    answers = send(as_anna, *taps, again)  # The answers were lost on the way back.
    assert [one["status"] for one in answers] == ["applied"] * 5
    assert saved_now(app, anna) == (5, "severe")


def test_what_follows_a_refused_tap_stands_on_what_that_stood_on(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    first = a_patch(anna, severity="mild")
    wrong = a_patch(anna, after=first["client_id"], pain=11)
    last = a_patch(anna, after=wrong["client_id"], severity="severe")
    statuses = [one["status"] for one in send(as_anna, first, wrong, last)]
    assert statuses == ["applied", "refused", "applied"]
    assert saved_now(app, anna) == (2, "severe")


def test_what_another_device_wrote_in_between_is_not_taken_for_seen(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, MILD | {"note": "From the tablet."}, seen=0)
    first = a_patch(anna, nausea=True)
    noted = a_patch(anna, after=first["client_id"], note="From the phone.")
    again = a_patch(anna, after=first["client_id"], nausea=False)
    statuses = [one["status"] for one in send(as_anna, first, again, noted)]
    assert statuses == ["applied", "applied", "conflict"]


def test_a_page_opened_after_the_last_tap_has_seen_what_it_shows(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    send(as_anna, first := a_patch(anna, severity="mild"))
    write_elsewhere(app, anna, SEVERE, seen=1)
    answer = send_one(as_anna, a_patch(anna, 2, first["client_id"], severity="moderate"))
    assert (answer["status"], answer["revision"]) == ("applied", 3)


def test_the_day_is_that_of_the_item() -> None:
    assert lay_over(date(2026, 3, 1), {"headache": False}, 1440, AT)(None).date == date(2026, 3, 1)
