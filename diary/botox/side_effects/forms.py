"""What a patient writes about a side effect after Botox."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from wtforms import Field, RadioField
from wtforms.validators import InputRequired, NumberRange, Optional

from diary.clinical.day import Severity
from diary.clinical.period import A_DAY
from diary.clinical.side_effects import (
    KINDS_IN_WORDS,
    LONGEST_DAYS,
    URGENT_KINDS,
    SideEffect,
    SideEffectKind,
    check_possible,
    session_before,
)
from diary.clinical.treatment import TreatmentError
from diary.web.fields import MAY_STAY_OPEN, DayField, LineField, TextField, WholeNumberField
from diary.web.forms import StrictForm

TODAY, YESTERDAY = "today", "yesterday"
STILL_THERE = "still_there"
NOT_ANSWERED = {"": "Not answered"}
UNCLEAR = "These are different days. Give the day in one way only."


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


class ChangeForm(StrictForm):
    """Change what was written about a side effect."""

    kind = RadioField(
        "What did you notice?",
        choices={kind.value: _sentence(words) for kind, words in KINDS_IN_WORDS.items()},
        validators=[InputRequired("Choose what you noticed.")],
    )
    own_words = LineField("In your own words", description="Needed only for “something else”.")
    began = DayField("The day it began", [Optional()])
    lasting = RadioField(
        "Is it over?",
        choices={STILL_THERE: "It is still there"} | NOT_ANSWERED,
        validators=[MAY_STAY_OPEN],
    )
    lasted_days = WholeNumberField(
        "It lasted, in days", [Optional()], description="1 is less than a day, or one day."
    )
    severity = RadioField(
        "How bad was it?",
        choices={one.value: _sentence(one.value) for one in Severity} | NOT_ANSWERED,
        validators=[MAY_STAY_OPEN],
    )
    note = TextField("Note")

    def side_effect(
        self, today: date, sessions: list[date], chosen: date | None = None
    ) -> SideEffect | None:
        """The side effect as written; None when something is wrong, with the reason at its field.

        It is of one of the `sessions`: from the `chosen` one on, if one was chosen.
        """
        if not self.validate():
            return None
        try:
            effect = self._written(self.first_day(today, chosen or session_before(today, sessions)))
            check_possible(effect, today, [chosen] if chosen else sessions)
        except TreatmentError as error:
            self.asked(error.field).errors = [str(error)]
            return None
        return effect

    def first_day(self, _today: date, _session: date | None) -> date:
        """The day it began. Raises TreatmentError."""
        day: date | None = self.began.data
        if day is None:
            raise TreatmentError("began", "Give the day it began.")
        return day

    def asked(self, name: str) -> Field:
        """The field that was answered about this."""
        return self[name]

    def choices_of(self, *, urgent: bool) -> Iterator[Field]:
        """The choices of what was noticed: the urgent signs, or the others."""
        return (choice for choice in self.kind if (choice.data in URGENT_KINDS) is urgent)

    def _written(self, began: date) -> SideEffect:
        return SideEffect(
            began=began,
            kind=SideEffectKind(self.kind.data),
            own_words=self.own_words.data,
            lasted_days=self.lasted_days.data,
            still_there=self.lasting.data == STILL_THERE,
            severity=Severity(self.severity.data) if self.severity.data else None,
            note=self.note.data,
        )


class SideEffectForm(ChangeForm):
    """Write down a side effect: the day it began can be given in three ways."""

    BACK: ClassVar = {TODAY: timedelta(), YESTERDAY: A_DAY}

    when = RadioField(
        "When did it begin?",
        choices={TODAY: "Today", YESTERDAY: "Yesterday"} | NOT_ANSWERED,
        validators=[MAY_STAY_OPEN],
    )
    days_after = WholeNumberField(
        "Days after the session",
        [Optional(), NumberRange(0, LONGEST_DAYS, f"Give 0 to {LONGEST_DAYS} days.")],
    )

    def first_day(self, today: date, session: date | None) -> date:
        """The one day that the answers agree on; `days_after` counts from the session."""
        given = set(self._days_given(today, session))
        if len(given) != 1:
            raise TreatmentError("when", UNCLEAR if given else "Say when it began.")
        return given.pop()

    def asked(self, name: str) -> Field:
        """The field that was answered about this: of the ways to give the day, the one taken."""
        if name == "began" and self.began.data is None:
            return self.when if self.days_after.data is None else self.days_after
        return self[name]

    def _days_given(self, today: date, session: date | None) -> Iterator[date]:
        if self.when.data:
            yield today - self.BACK[self.when.data]
        if self.began.data:
            yield self.began.data
        if session and self.days_after.data is not None:
            yield session + timedelta(days=self.days_after.data)
