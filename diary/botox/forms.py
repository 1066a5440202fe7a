"""What a patient writes about a Botox session."""

from datetime import date, timedelta
from typing import ClassVar, cast

from wtforms import SubmitField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from diary.accounts.clock import today_of
from diary.accounts.gate import current_patient
from diary.clinical.session_hints import STANDARD_SITES, STANDARD_UNITS
from diary.clinical.treatment import FEWEST_UNITS, MOST_UNITS, BotoxSession
from diary.web.fields import DayField, LineField, TextField, WholeNumberField
from diary.web.forms import StrictForm

FIRST_LICENSED = date(1989, 1, 1)
"""Botox was first licensed, for the eyes, in this year."""
PLANNED_AHEAD = timedelta(days=366)
MOST_SITES = 400


class SessionForm(StrictForm):
    """Record a session; only its date is needed."""

    STANDARD: ClassVar = {"units": STANDARD_UNITS, "sites": STANDARD_SITES}

    date = DayField("Date", [InputRequired("Give the date of the session.")])
    units = WholeNumberField(
        "Units in all",
        [
            Optional(),
            NumberRange(FEWEST_UNITS, MOST_UNITS, f"Give {FEWEST_UNITS} to {MOST_UNITS} units."),
        ],
    )
    sites = WholeNumberField(
        "Sites",
        [Optional(), NumberRange(1, MOST_SITES, f"Give 1 to {MOST_SITES} sites.")],
        description="How many injections.",
    )
    standard_pattern = SubmitField(f"Standard: {STANDARD_UNITS} units at {STANDARD_SITES} sites")
    product = LineField("Product", description="As written on your letter, such as Botox.")
    clinic = LineField("Clinic")
    injector = LineField("Who gave it")
    note = TextField("Note")

    def fill_standard_pattern(self) -> None:
        """Put the numbers of the standard pattern in; what else was typed stays."""
        for name, number in self.STANDARD.items():
            field = self[name]
            field.raw_data, field.data = None, number

    def validate_date(self, field: DayField) -> None:
        """Refuse a day before there was Botox, or more than a year ahead."""
        latest = today_of(current_patient()) + PLANNED_AHEAD
        if field.data and not FIRST_LICENSED <= field.data <= latest:
            raise ValidationError("Give a date from 1989, at most a year ahead.")

    def botox(self) -> BotoxSession:
        """Return the session, for the rules and the store."""
        return BotoxSession(
            date=cast(date, self.date.data),
            units=self.units.data,
            sites=self.sites.data,
            product=self.product.data,
            clinic=self.clinic.data,
            note=self.note.data,
        )
