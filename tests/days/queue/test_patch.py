"""A patch changes the answers that were touched, and no other."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Effect
from diary.clinical.limits import refuse_beyond_limits
from diary.days.document import to_document
from diary.days.queue.patch import answers_in, is_apart, lay_over
from tests.any_day import DAYS
from tests.days.pages import MARCH_14
from tests.days.test_document import FULL

AT = datetime(2026, 3, 14, 18, tzinfo=UTC)
NAMES = sorted(to_document(FULL).keys() - {"date", "recorded_at", "headache"})
MEASURES = {"severity", "pain", "minutes", "spells"}


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


def test_a_comma_parts_what_is_new_and_stays_in_what_is_stored() -> None:
    before = replace(FULL, triggers=("wine, old cheese", "stress"))
    given = ["stress", "wine, old cheese", "noise; light, smoke、heat"]
    assert laid(before, triggers=given).triggers == (
        *("wine, old cheese", "stress"),
        *("noise", "light", "smoke", "heat"),
    )
    assert laid(before, triggers=["wine, old cheese"]).triggers == ("wine, old cheese",)


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


def test_the_day_is_that_of_the_item() -> None:
    assert lay_over(date(2026, 3, 1), {"headache": False}, 1440, AT)(None).date == date(2026, 3, 1)
