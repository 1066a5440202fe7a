"""What else changed, as a value."""

from datetime import date

import pytest

from diary.clinical.period import Period
from diary.events.event import Event, EventKind

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 8)


def test_an_event_lasts_a_day_unless_it_has_an_end() -> None:
    assert Event(kind=EventKind.OTHER, first=FIRST).period == Period(FIRST, FIRST)
    assert Event(kind=EventKind.OTHER, first=FIRST, last=LAST).period == Period(FIRST, LAST)


def test_an_event_cannot_end_before_it_began() -> None:
    with pytest.raises(ValueError, match="before it began"):
        Event(kind=EventKind.OTHER, first=LAST, last=FIRST)


def test_an_event_says_its_kind_and_the_patients_words() -> None:
    assert Event(kind=EventKind.ILLNESS, first=FIRST, text="flu").words == "Illness: flu"
    assert Event(kind=EventKind.MEDICINE, first=FIRST).words == "New medicine or other dose"


def test_words_that_show_nothing_are_none() -> None:
    assert Event(kind=EventKind.OTHER, first=FIRST, text="\u200b\u2800").text is None
    assert Event(kind=EventKind.OTHER, first=FIRST, text="\u202egrippe\u0301").text == "grippé"
