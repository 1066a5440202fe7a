"""What else changed while Botox was given: preventives, the patient's own notes, sessions out of turn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from string import ascii_uppercase

from diary.clinical.botox import Course, Timing
from diary.clinical.period import Period
from diary.clinical.text import isolated, without_accents
from diary.clinical.treatment import Preventive
from diary.events.event import Event
from diary.web.formatting import short_date

OUT_OF_TURN = {Timing.EARLY: "an early", Timing.LATE: "a late"}
GOES_ON = timedelta(days=7)
"""A medicine begun anew within these days of its end goes on, with another dose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherChange:
    """One change from `first` to `last`; `letter` names its line in the charts, if it has one."""

    first: date
    last: date
    what: str
    letter: str | None = None

    @property
    def words(self) -> str:
        """When and what: "5 January 2026: candesartan started"."""
        until = f" to {short_date(self.last)}" if self.last > self.first else ""
        return f"{short_date(self.first)}{until}: {self.what}"

    def touches(self, window: Period) -> bool:
        """Whether one of its days lies in the window."""
        return self.first <= window.last and window.first <= self.last


def lettered_changes(
    preventives: Sequence[Preventive], events: Iterable[Event], window: Period
) -> list[OtherChange]:
    """Preventives and events of the window in order of date, each with a letter for its line."""
    noted = (OtherChange(first=e.first, last=e.period.last, what=e.words) for e in events)
    found = sorted(
        (one for one in (*_of_preventives(preventives), *noted) if one.touches(window)),
        key=lambda change: (change.first, change.what),
    )
    return [replace(change, letter=_letter(number)) for number, change in enumerate(found)]


def session_changes(course: Course) -> list[OtherChange]:
    """Sessions out of turn; their lines are those of sessions."""
    return [
        _on(
            cycle.session.date,
            f"{OUT_OF_TURN[cycle.timing]} session, after {cycle.interval_days} days",
        )
        for cycle in course.cycles
        if cycle.timing in OUT_OF_TURN
    ]


def _of_preventives(preventives: Sequence[Preventive]) -> Iterator[OtherChange]:
    went_on = [earlier for one in preventives if (earlier := _earlier(one, preventives))]
    for one in preventives:
        earlier = _earlier(one, preventives)
        if one.started and earlier is None:
            dose = f", {isolated(one.dose)}" if one.dose else ""
            yield _on(one.started, f"{isolated(one.medicine)} started{dose}")
        elif one.started and earlier and earlier.dose != one.dose:
            doses = f"from {isolated(earlier.dose or '')} to {isolated(one.dose or '')}"
            yield _on(one.started, f"{isolated(one.medicine)} changed {doses}")
        if one.stopped and not any(one is other for other in went_on):
            yield _on(one.stopped, f"{isolated(one.medicine)} stopped")


def _earlier(one: Preventive, preventives: Sequence[Preventive]) -> Preventive | None:
    """The entry of the same medicine that this one goes on from; both say their dose."""
    if one.started is None:
        return None
    entries = (
        (other.started, number)
        for number, other in enumerate(preventives)
        if other.started
        and other.started < one.started
        and _is_same(other, one)
        and (other.stopped is None or one.started - other.stopped <= GOES_ON)
    )
    latest = max(entries, default=None)
    return preventives[latest[1]] if latest else None


def _is_same(one: Preventive, other: Preventive) -> bool:
    return bool(one.dose and other.dose) and without_accents(one.medicine) == without_accents(
        other.medicine
    )


def _on(day: date, what: str) -> OtherChange:
    return OtherChange(first=day, last=day, what=what)


def _letter(number: int) -> str:
    """A to Z, then A2 and so on."""
    again, place = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[place] + (f"{again + 1}" if again else "")
