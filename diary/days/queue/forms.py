"""Forms of a day and of a headache that waited on a phone, and the choice between two versions."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import StringField
from wtforms.validators import InputRequired

from diary.clinical.day import DiaryDay, DiaryDayError
from diary.clinical.local_day import minutes_of_day
from diary.days.fields import WordField, at_most
from diary.days.forms import DayForm
from diary.days.headaches.forms import HeadacheForm
from diary.days.queue.choice import Choice
from diary.days.queue.items import read_day
from diary.days.taps import TapError, TapForm
from diary.web.forms import StrictForm

OF_THE_PAGE = {"csrf_token"}
LONGEST_DAY_DOCUMENT = 20_000


class QueuedForm(StrictForm):
    """A form that was filled in without a network."""

    def receive(self, fields: Sequence[tuple[str, str]]) -> None:
        """Fill it in with the fields that were queued."""
        self.sent = MultiDict(fields)
        FlaskForm.__init__(self, formdata=self.sent, meta={"csrf": False})

    def received_names(self) -> set[str]:
        """The names of the fields that were queued."""
        return set(self.sent) - OF_THE_PAGE

    def fault(self) -> DiaryDayError:
        """The first thing that is wrong."""
        name, messages = next(iter(self.errors.items()))
        return DiaryDayError(name or "fields", _first(messages))


class QueuedDayForm(QueuedForm, DayForm):
    """The form of a day."""

    def __init__(self, on: date, zone: ZoneInfo, fields: Sequence[tuple[str, str]]) -> None:
        self.on, self.length = on, minutes_of_day(on, zone)
        self.receive(fields)

    def check(self) -> None:
        """Raise DiaryDayError with the first thing that is wrong."""
        if not self.validate():
            raise self.fault()


class QueuedHeadacheForm(QueuedForm, HeadacheForm):
    """The form of a headache with its start and end."""

    twice = "The clocks went back over this time. Enter this headache again with a network."

    def __init__(self, fields: Sequence[tuple[str, str]]) -> None:
        self.receive(fields)

    def told(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The instants of start and end. Raises DiaryDayError."""
        times = self.times(zone)
        if times is None:
            raise self.fault()
        return times


class ChoiceForm(TapForm):
    """Which of two versions to keep; the revision is that of the saved one on screen."""

    client_id = StringField("Entry", validators=[InputRequired()])
    keep = WordField("Keep", {word: word.value for word in Choice}, validators=[InputRequired()])


class VersionForm(TapForm):
    """A version that was not saved, as a document, and whether to keep it alone or with the other."""

    mine = StringField("Version", validators=[InputRequired(), at_most(LONGEST_DAY_DOCUMENT)])
    keep = WordField(
        "Keep",
        {word: word.value for word in (Choice.MINE, Choice.BOTH)},
        validators=[InputRequired()],
    )

    def day(self, on: date) -> DiaryDay:
        """The version of this day. Raises TapError."""
        try:
            day = read_day(dict(json.loads(self.mine.data or "")))
        except (ValueError, TypeError, RecursionError):
            raise TapError("Nothing was saved. Open the day and enter it once more.") from None
        if day.date != on:
            raise TapError("Nothing was saved. Open the day and enter it once more.")
        return day


def _first(messages: object) -> str:
    """The first message among the messages of a field and of the rows inside it."""
    while not isinstance(messages, str):
        inside = messages.values() if isinstance(messages, dict) else messages
        messages = next(one for one in inside if one)  # type: ignore[attr-defined]
    return messages
