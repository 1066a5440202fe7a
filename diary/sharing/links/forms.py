"""What the patient chooses for a link."""

from datetime import date

from wtforms import BooleanField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from diary.clinical.day import FIRST_DATE
from diary.sharing.links.models import LONGEST_LABEL
from diary.sharing.links.terms import MOST_DAYS_OPEN, Terms, last_three_months
from diary.sharing.scope import Scope
from diary.web.fields import DayField, LineField, WholeNumberField
from diary.web.forms import StrictForm


class LinkForm(StrictForm):
    """Which days, with what, for how long; it comes as the last three months."""

    label = LineField(
        "For whom is it?",
        longest=LONGEST_LABEL,
        description="Only you see this, to know your links apart.",
    )
    first = DayField("From", [InputRequired("Give the first day to show.")])
    last = DayField(
        "To", [Optional()], description="Leave it empty to show new days too, as you record them."
    )
    treatments = BooleanField("Show Botox sessions, side effects and preventives")
    notes = BooleanField("Show my notes")
    with_pin = BooleanField("Ask for a PIN")
    days = WholeNumberField(
        "For how many days?",
        [
            InputRequired(f"Give a number from 1 to {MOST_DAYS_OPEN}."),
            NumberRange(1, MOST_DAYS_OPEN, f"Give a number from 1 to {MOST_DAYS_OPEN}."),
        ],
    )

    def __init__(self, today: date) -> None:
        usual = last_three_months(today)
        super().__init__(
            data={
                "first": usual.scope.first,
                "last": usual.scope.last,
                "treatments": usual.scope.treatments,
                "notes": usual.scope.notes,
                "with_pin": usual.with_pin,
                "days": usual.days,
            }
        )
        self.today = today

    def validate_first(self, field: DayField) -> None:
        """Refuse a day that has not begun."""
        if field.data and not FIRST_DATE <= field.data <= self.today:
            raise ValidationError("Give today or an earlier day.")

    def validate_last(self, field: DayField) -> None:
        """Refuse an end before the beginning, or one that has not come."""
        if field.data and not (self.first.data or FIRST_DATE) <= field.data <= self.today:
            raise ValidationError("Give a day from the first one to today, or leave it empty.")

    def terms(self) -> Terms:
        """The answers, once they are valid."""
        return Terms(
            scope=Scope(
                first=self.first.data,
                last=self.last.data,
                notes=self.notes.data,
                treatments=self.treatments.data,
            ),
            label=self.label.data,
            with_pin=self.with_pin.data,
            days=self.days.data or 0,
        )
