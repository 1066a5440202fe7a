"""What a patient writes about a preventive that was tried."""

from datetime import date

from wtforms import RadioField, SelectField
from wtforms.validators import DataRequired, Optional, ValidationError

from diary.accounts.clock import last_day_of
from diary.accounts.gate import current_patient
from diary.clinical.day import FIRST_DATE
from diary.clinical.limits import is_no_medicine
from diary.clinical.treatment import Outcome, Preventive, TreatmentError
from diary.medicines.preventives.classes import EXAMPLES, class_of
from diary.medicines.preventives.models import RecordedPreventive
from diary.web.fields import MAY_STAY_OPEN, DayField, LineField
from diary.web.forms import StrictForm

OUTCOME_WORDS = {
    Outcome.NOT_EFFECTIVE: "It did not help",
    Outcome.NOT_TOLERATED: "Side effects",
    Outcome.UNSUITABLE: "Not suitable for me",
    Outcome.STILL_TAKING: "I still take it",
}
"""Each outcome as a patient would say it."""


class PreventiveForm(StrictForm):
    """Name a preventive, when it was tried, and how that ended."""

    medicine = LineField(
        "Medicine",
        [DataRequired("Write the name of the medicine.")],
        description="Start typing its name. Brand names work too.",
    )
    medicine_class = SelectField(
        "Class",
        description="Left open, the diary fills it in for medicines it knows.",
        validators=[MAY_STAY_OPEN],
    )
    dose = LineField("Highest dose", description="Such as 50 mg twice a day.")
    started = DayField("Started", [Optional()], description="A rough date will do.")
    stopped = DayField("Stopped", [Optional()])
    outcome = RadioField(
        "How did it go?",
        choices={one.value: words for one, words in OUTCOME_WORDS.items()} | {"": "Not answered"},
        validators=[MAY_STAY_OPEN],
    )

    def validate_medicine(self, field: LineField) -> None:
        """Ask about a word for no medicine; one that is on the list so may stay."""
        if field.data != field.object_data and is_no_medicine(field.data or ""):
            raise ValidationError("Did you mean: none tried? Then say so on the list itself.")

    def validate_started(self, field: DayField) -> None:
        """Refuse a day before there was a diary to write, or one still to come."""
        _check_past(field)

    def validate_stopped(self, field: DayField) -> None:
        """Refuse a stop that cannot be."""
        _check_past(field)
        if field.data and self.outcome.data == Outcome.STILL_TAKING:
            raise ValidationError("You still take it: leave this blank, or change how it went.")
        try:
            Preventive(medicine="", started=self.started.data, stopped=field.data)
        except TreatmentError as error:
            raise ValidationError(str(error)) from None

    def preventive(self) -> Preventive:
        """Return the answers, with the class of a known medicine where none was given."""
        medicine = self.medicine.data or ""
        return Preventive(
            medicine=medicine,
            medicine_class=self.medicine_class.data or class_of(medicine),
            started=self.started.data,
            stopped=self.stopped.data,
            outcome=Outcome(self.outcome.data) if self.outcome.data else None,
            dose=self.dose.data,
        )

    @classmethod
    def showing(cls, row: RecordedPreventive | None = None) -> "PreventiveForm":
        """Return the form filled with a recorded preventive, or with what was just sent."""
        form = cls(obj=row)
        classes = [*EXAMPLES, row.medicine_class if row else None]
        names = {name: _class_words(name) for name in classes if name}
        form.medicine_class.choices = {"": "Not answered"} | names
        return form


def _class_words(name: str) -> str:
    examples = ", ".join(EXAMPLES.get(name, ())[:2])
    words = name[0].upper() + name[1:]
    return f"{words} (such as {examples})" if examples else words


def _check_past(field: DayField) -> None:
    day: date | None = field.data
    if day and not FIRST_DATE <= day <= last_day_of(current_patient()):
        raise ValidationError("Give a date up to today, or leave it blank.")
