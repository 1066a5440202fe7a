"""Side effects: the day after the session, the signs that cannot wait."""

from datetime import date, timedelta
from typing import Any

import pytest

from diary.clinical.day import Severity
from diary.clinical.side_effects import (
    KINDS_IN_WORDS,
    LONGEST_DAYS,
    URGENT_KINDS,
    SideEffect,
    SideEffectKind,
    Urgency,
    by_session,
    check_possible,
    is_watched,
    session_before,
)
from diary.clinical.treatment import TreatmentError

FIRST, SECOND = date(2025, 12, 1), date(2026, 2, 23)
TODAY = date(2026, 3, 31)


def an_effect(began: date = date(2026, 2, 26), **answers: Any) -> SideEffect:
    """An eyelid droop three days after the second session."""
    return SideEffect(began=began, **({"kind": SideEffectKind.EYELID_DROOP} | answers))


def test_a_side_effect_reads_by_its_day_after_the_session() -> None:
    assert an_effect(lasted_days=12).in_words(SECOND) == "day 3: eyelid droop, 12 days"


def test_the_day_of_the_session_is_day_0() -> None:
    assert an_effect(began=SECOND).in_words(SECOND) == "day 0: eyelid droop"


def test_severity_length_and_own_words_are_told_when_they_are_known() -> None:
    effect = an_effect(severity=Severity.MILD, still_there=True, own_words="left eye")
    assert effect.in_words(SECOND) == "day 3: eyelid droop (left eye), mild, still there"
    assert an_effect(lasted_days=1).in_words(None) == "eyelid droop, 1 day"


def test_something_else_is_named_in_the_patients_words() -> None:
    assert an_effect(kind=SideEffectKind.OTHER, own_words="Dry mouth").named == "Dry mouth"


@pytest.mark.parametrize("own_words", [None, ""])
def test_something_else_needs_words(own_words: str | None) -> None:
    with pytest.raises(TreatmentError, match="few words") as refused:
        an_effect(kind=SideEffectKind.OTHER, own_words=own_words)
    assert refused.value.field == "own_words"


@pytest.mark.parametrize("days", [1, LONGEST_DAYS])
def test_a_length_is_a_day_or_more_and_a_year_at_most(days: int) -> None:
    assert an_effect(lasted_days=days).lasted_days == days


@pytest.mark.parametrize("days", [0, LONGEST_DAYS + 1])
def test_another_length_is_refused(days: int) -> None:
    with pytest.raises(TreatmentError, match="1 to 366"):
        an_effect(lasted_days=days)


def test_what_is_still_there_has_no_length_yet() -> None:
    with pytest.raises(TreatmentError, match="not both"):
        an_effect(lasted_days=3, still_there=True)


def test_every_kind_has_its_words() -> None:
    assert list(KINDS_IN_WORDS) == list(SideEffectKind)


@pytest.mark.parametrize(
    ("kind", "urgency"),
    [
        (SideEffectKind.SWALLOWING, Urgency.CALL),
        (SideEffectKind.SPEAKING, Urgency.CALL),
        (SideEffectKind.BREATHING, Urgency.CALL),
        (SideEffectKind.SPREADING_WEAKNESS, Urgency.GET_HELP),
        (SideEffectKind.VISION, Urgency.GET_HELP),
        (SideEffectKind.HOARSE_VOICE, Urgency.GET_HELP),
        (SideEffectKind.BLADDER, Urgency.GET_HELP),
        (SideEffectKind.ALLERGY, Urgency.GET_HELP),
    ],
)
def test_an_urgent_sign_that_is_picked_is_urgent(kind: SideEffectKind, urgency: Urgency) -> None:
    assert an_effect(kind=kind).urgency is urgency
    assert kind in URGENT_KINDS


@pytest.mark.parametrize("kind", sorted(set(SideEffectKind) - {*URGENT_KINDS}))
def test_the_other_kinds_are_not_urgent_by_themselves(kind: SideEffectKind) -> None:
    assert an_effect(kind=kind, own_words="for a while").urgency is None


@pytest.mark.parametrize(
    ("written", "urgency"),
    [
        ("I can hardly swallow", Urgency.CALL),
        ("Slurred speech since noon", Urgency.CALL),
        ("short of BREATH", Urgency.CALL),
        ("the weakness is spreading to my arms", Urgency.GET_HELP),
        ("I see double", Urgency.GET_HELP),
        ("my voice is hoarse", Urgency.GET_HELP),
        ("Could not hold my urine", Urgency.GET_HELP),
        ("swollen lips and hives", Urgency.GET_HELP),
        ("I fainted, then had trouble breathing", Urgency.CALL),
        ("my hair hurts", None),
        ("dry mouth", None),
    ],
)
def test_an_urgent_sign_is_found_in_the_patients_words(
    written: str, urgency: Urgency | None
) -> None:
    assert an_effect(kind=SideEffectKind.OTHER, own_words=written).urgency is urgency
    assert an_effect(note=written).urgency is urgency


@pytest.mark.parametrize(
    ("began", "session"),
    [
        (FIRST - timedelta(days=1), None),
        (FIRST, FIRST),
        (SECOND - timedelta(days=1), FIRST),
        (SECOND, SECOND),
        (TODAY, SECOND),
    ],
)
def test_a_side_effect_belongs_to_the_latest_session_before_it(
    began: date, session: date | None
) -> None:
    assert session_before(began, [FIRST, SECOND]) == session


def test_side_effects_stand_by_session_the_latest_first_and_in_order_of_days() -> None:
    days = [FIRST - timedelta(days=5), *(SECOND + timedelta(days=days) for days in (9, 2)), FIRST]
    found = by_session([an_effect(began=day) for day in days], [FIRST, SECOND])
    assert {session: [one.began for one in group] for session, group in found.items()} == {
        SECOND: [SECOND + timedelta(days=2), SECOND + timedelta(days=9)],
        FIRST: [FIRST],
        None: [FIRST - timedelta(days=5)],
    }
    assert list(found) == [SECOND, FIRST, None]


def test_without_the_session_in_the_middle_its_side_effects_belong_to_the_one_before() -> None:
    assert list(by_session([an_effect()], [FIRST, SECOND])) == [SECOND]
    assert list(by_session([an_effect()], [FIRST])) == [FIRST]


@pytest.mark.parametrize(("days", "watched"), [(-1, False), (0, True), (90, True), (91, False)])
def test_the_urgent_list_stands_for_90_days(days: int, watched: bool) -> None:
    assert is_watched(SECOND + timedelta(days=days), [SECOND]) is watched


def test_a_session_still_to_come_hides_nothing_of_the_one_before() -> None:
    assert is_watched(FIRST + timedelta(days=90), [FIRST, FIRST + timedelta(days=100)])
    assert not is_watched(TODAY, [])


@pytest.mark.parametrize(
    ("effect", "field"),
    [
        (an_effect(began=TODAY + timedelta(days=1)), "began"),
        (an_effect(began=FIRST - timedelta(days=1)), "began"),
        (an_effect(began=TODAY, lasted_days=2), "lasted_days"),
    ],
)
def test_what_cannot_have_been_is_refused(effect: SideEffect, field: str) -> None:
    with pytest.raises(TreatmentError) as refused:
        check_possible(effect, TODAY, [FIRST, SECOND])
    assert refused.value.field == field


@pytest.mark.parametrize(
    "effect",
    [
        an_effect(began=TODAY, lasted_days=1),
        an_effect(began=FIRST),
        an_effect(began=TODAY, still_there=True),
    ],
)
def test_what_can_have_been_is_taken(effect: SideEffect) -> None:
    check_possible(effect, TODAY, [FIRST, SECOND])


def test_own_words_that_show_nothing_are_none() -> None:
    with pytest.raises(TreatmentError, match="few words"):
        an_effect(kind=SideEffectKind.OTHER, own_words="\u200b\u3164")


@pytest.mark.parametrize(
    "words", ["ｔｒｏｕｂｌｅ　ｂｒｅａｔｈｉｎｇ", "trouble brea\xadthing", "BREA\u200bTHING"]
)
def test_an_urgent_sign_is_seen_however_it_is_typed(words: str) -> None:
    assert an_effect(own_words=words).urgency is Urgency.CALL
