"""The form of one medicine taken on a day: what was typed and chosen, to a Dose and back."""

from collections import defaultdict
from dataclasses import replace
from datetime import time
from typing import Any

from wtforms import BooleanField, HiddenField, StringField

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Purpose
from diary.clinical.limits import refuse_new_dose
from diary.days.fields import CountField, WordField
from diary.days.wording import EFFECTS
from diary.dose_notation import read_clock, read_dose
from diary.notation import NotationError
from diary.web.forms import BoundedForm


class DoseForm(BoundedForm):
    """One medicine taken on the day. Without a name it is no dose."""

    name = StringField("Medicine")
    count = CountField("Doses")
    at = HiddenField("Time")
    helped = WordField("Did it help?", EFFECTS)
    preventive = BooleanField("Taken to prevent, not for this headache")

    def to_dose(self, times: dict[str, list[time | None]]) -> Dose | None:
        """The dose; None for an empty row or a count of 0.

        Where the page did not carry its time along, it has the next one of `times` by its name.
        """
        at = read_clock(self.at.data) if self.at.data else None
        if not (self.name.data or "").strip() or self.count.data == 0:
            return None
        dose = Dose(
            name=self.name.data or "",
            count=self.count.data or 1,
            at=at,
            effect=self.helped.data,
            purpose=Purpose.PREVENTIVE if self.preventive.data else Purpose.ACUTE,
        )
        known = times.get(dose.named)
        return dose if self.at.raw_data or not known else replace(dose, at=known.pop(0))


def dose_of_row(row: DoseForm, kept: DiaryDay, times: dict[str, list[time | None]]) -> Dose | None:
    """The dose of a row. What cannot be is said at its name; what the day held may stay."""
    try:
        dose = row.to_dose(times)
        if dose:
            refuse_new_dose(dose, kept)
    except DiaryDayError as error:
        raise type(error)(row["name"].name, str(error)) from None
    return dose


def answers_of_dose(dose: Dose) -> dict[str, Any]:
    """What a row of the form shows of a dose."""
    return {
        "name": dose.named,
        "count": dose.count,
        "at": "" if dose.at is None else f"{dose.at:%H:%M}",
        "helped": dose.effect,
        "preventive": dose.purpose is Purpose.PREVENTIVE,
    }


def times_by_name(day: DiaryDay) -> dict[str, list[time | None]]:
    """The times of each medicine of a day, in their order."""
    times = defaultdict(list)
    for dose in day.doses or ():
        times[dose.named].append(dose.at)
    return times


def dose_of(text: str) -> Dose:
    """The dose a button stands for, in the notation of the CSV. Raises DiaryDayError."""
    try:
        return read_dose(text)
    except NotationError as error:
        raise DiaryDayError("medicines", str(error)) from None
