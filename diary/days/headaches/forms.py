"""The form of a headache with its start and end, as the clock on the wall showed them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from wtforms import DateTimeLocalField, SelectMultipleField
from wtforms.validators import InputRequired, Optional

from diary.clinical.day import FIRST_DATE, LAST_DATE
from diary.clinical.local_day import clock_readings
from diary.days.agreement import Agreement
from diary.days.fields import WordField, say
from diary.days.headaches.store import HeadacheError, is_long
from diary.web.forms import StrictForm

FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
ASK_END = "This headache has gone on for more than a day. Give the time it ended."
CHANGE, KEEP, TIMES = "change", "keep", "times"
ANSWERS = {CHANGE: "Change them", KEEP: "Keep them", TIMES: "Give other times"}
WHICH = {"first": "The first one, before the clocks went back", "second": "The second one"}


def clock_field(label: str, *validators: object) -> DateTimeLocalField:
    """A date and a time of day."""
    return DateTimeLocalField(label, format=FORMATS, validators=list(validators))


def which_field(label: str) -> WordField:
    """Which of two, for a time that the clock showed twice."""
    return WordField(label, WHICH)


class TimesForm(StrictForm):
    """Times of a headache, and what is to become of days that say otherwise."""

    twice = "Choose one: the clocks went back over this time."
    answer = WordField("What to do with these days?", ANSWERS)
    day = SelectMultipleField("Days", choices={}, validate_choice=False, coerce=date.fromisoformat)

    def agreement(self) -> Agreement:
        """What was said of the days that were shown."""
        days = frozenset(self.day.data or ())
        return Agreement(
            changing=days if self.answer.data == CHANGE else (),
            keeping=days if self.answer.data == KEEP else (),
        )

    def wants_other_times(self) -> bool:
        """Whether the times are to be given anew."""
        return bool(self.answer.data == TIMES)

    def instant(self, name: str, zone: ZoneInfo) -> datetime | None:
        """The instant at which the clock showed this time."""
        local: datetime = self[name].data
        if not FIRST_DATE <= local.date() <= LAST_DATE:
            say(self[name], "Check the year of this date.")
            return None
        readings = clock_readings(local.replace(second=0), zone)
        which = self[f"{name}_which"].data
        if not readings:
            say(self[name], "The clocks went forward over this time. Give the time after that.")
            return None
        if len(readings) > 1 and which is None:
            say(self[f"{name}_which"], self.twice)
            return None
        return readings[-1 if which == "second" else 0]

    def refuse(self, error: HeadacheError) -> None:
        """Show why the headache cannot have been at the time that is at fault."""
        say(self[error.field], str(error))


class EndForm(TimesForm):
    """When a headache ended; left empty, it is over now."""

    ends = clock_field("It ended", Optional())
    ends_which = which_field("That time came twice. Which one was the end?")
    now = WordField("It is over", {"yes": "Only now"})

    def end(self, zone: ZoneInfo, now: datetime, since: datetime | None) -> datetime | None:
        """The instant of the end; None when something is wrong, with the reason at its field."""
        if not self.validate():
            return None
        if self.ends.data:
            return self.instant("ends", zone)
        if since and is_long(since, now) and not self.now.data:
            say(self.ends, ASK_END)
            return None
        return now


class HeadacheForm(TimesForm):
    """When a headache started and ended."""

    starts = clock_field("It started", InputRequired("Give the date and the time it started."))
    starts_which = which_field("That time came twice. Which one was the start?")
    ends = clock_field("It ended", InputRequired("Give the date and the time it ended."))
    ends_which = which_field("That time came twice. Which one was the end?")

    def times(self, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        """The instants of start and end; None when something is wrong, with the reason there."""
        if not self.validate():
            return None
        starts, ends = self.instant("starts", zone), self.instant("ends", zone)
        return (starts, ends) if starts and ends else None


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """The local day of an instant."""
    return at.astimezone(zone).date()
