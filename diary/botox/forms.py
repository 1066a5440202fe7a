"""What a patient writes about a Botox session."""

import datetime
from datetime import date, timedelta
from typing import Any, cast

from wtforms import RadioField, SubmitField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from diary.botox.fields import MuscleQuestions, answers_of, asking_each_muscle
from diary.clinical.muscles import STANDARD_PATTERN, STANDARD_SITES, STANDARD_UNITS
from diary.clinical.treatment import FEWEST_UNITS, MOST_UNITS, BotoxSession, PainAfter
from diary.web.fields import MAY_STAY_OPEN, DayField, LineField, TextField, WholeNumberField
from diary.web.forms import StrictForm

FIRST_LICENSED = date(1989, 1, 1)
"""Botox was first licensed, for the eyes, in this year."""
PLANNED_AHEAD = timedelta(days=366)
MOST_SITES = 400
SAME = ("date", "units", "sites", "product", "clinic", "injector", "pain_after", "note")
"""The questions that a session answers under the same name."""
PAIN_AFTER = {
    PainAfter.NONE: "None",
    PainAfter.MILD: "Mild",
    PainAfter.MODERATE: "Moderate",
    PainAfter.SEVERE: "Severe",
    "": "not answered",
}


@asking_each_muscle
class SessionForm(MuscleQuestions, StrictForm):
    """Record a session; only its date is needed. `today` is the patient's."""

    date = DayField("Date", [InputRequired("Give the date of the session.")])
    standard_pattern = SubmitField(f"Standard: {STANDARD_UNITS} units at {STANDARD_SITES} sites")
    step_button = SubmitField("One site more or fewer")
    units = WholeNumberField(
        "Units in all",
        [
            Optional(),
            NumberRange(FEWEST_UNITS, MOST_UNITS, f"Give {FEWEST_UNITS} to {MOST_UNITS} units."),
        ],
    )
    sites = WholeNumberField(
        "Sites in all",
        [Optional(), NumberRange(1, MOST_SITES, f"Give 1 to {MOST_SITES} sites.")],
        description="How many injections.",
    )
    product = LineField("Product", description="As written on your letter, such as Botox.")
    clinic = LineField("Clinic")
    injector = LineField("Who gave it")
    pain_after = RadioField(
        "Worst pain in the days after", choices=PAIN_AFTER, validators=[MAY_STAY_OPEN]
    )
    note = TextField("Note")

    def __init__(self, *values: Any, today: datetime.date, **named: Any) -> None:
        super().__init__(*values, **named)
        self.today = today

    def is_asked_to_fill(self) -> bool:
        """Whether a button was pressed that fills numbers in and saves nothing."""
        return bool(self.standard_pattern.data or self.step_button.data)

    def fill(self) -> None:
        """Put the numbers in that the button asks for; what else was typed stays."""
        if self.standard_pattern.data:
            self.put_pattern(STANDARD_PATTERN)
        else:
            self.step((self.step_button.raw_data or [""])[0])
        self._put_totals()

    def validate_date(self, field: DayField) -> None:
        """Refuse a day before there was Botox, or more than a year ahead."""
        latest = self.today + PLANNED_AHEAD
        if field.data and not FIRST_LICENSED <= field.data <= latest:
            raise ValidationError("Give a date from 1989, at most a year ahead.")

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every field, then what the muscles add up to."""
        valid: bool = super().validate(extra_validators)
        return valid and self.has_sites_with_units() and self._has_a_possible_sum()

    def botox(self) -> BotoxSession:
        """The session, for the rules and the store; one that lies ahead is planned."""
        day = cast(date, self.date.data)
        return BotoxSession(
            date=day,
            units=self.units.data,
            sites=self.sites.data,
            product=self.product.data,
            clinic=self.clinic.data,
            note=self.note.data,
            injector=self.injector.data,
            pain_after=PainAfter(self.pain_after.data) if self.pain_after.data else None,
            muscles=self.pattern() or None,
            is_planned=day > self.today,
        )

    def sum_hint(self, botox: BotoxSession) -> str | None:
        """A word when the totals that were typed are not what the muscles add up to."""
        typed = (self.units.data or botox.units, self.sites.data or botox.sites)
        if typed == (botox.units, botox.sites):
            return None
        sites = "" if botox.sites is None else f" at {botox.sites} sites"
        return f"The muscles add up to {botox.units} units{sites}. The diary keeps these totals."

    def _put_totals(self) -> None:
        pattern = self.pattern()
        for field, total in ((self.units, pattern.units), (self.sites, pattern.sites)):
            field.raw_data, field.data = None, total or None

    def _has_a_possible_sum(self) -> bool:
        pattern = self.pattern()
        if not pattern or FEWEST_UNITS <= pattern.units <= MOST_UNITS:
            return True
        self.units.errors = [
            f"The muscles add up to {pattern.units:,} units. A session has {FEWEST_UNITS} to "
            f"{MOST_UNITS}: check the numbers of each muscle."
        ]
        return False


def answered_by(botox: BotoxSession) -> dict[str, Any]:
    """The session as answers to the questions of the form."""
    answers = {name: getattr(botox, name) for name in SAME}
    return answers | {"pain_after": botox.pain_after or ""} | answers_of(botox.muscles)
