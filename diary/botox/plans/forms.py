"""The day of a planned session."""

from datetime import date, timedelta
from typing import cast

from wtforms.validators import InputRequired, ValidationError

from diary.accounts.clock import today_of
from diary.accounts.gate import current_patient
from diary.botox.forms import PLANNED_AHEAD, SessionForm
from diary.clinical.treatment import BotoxSession
from diary.web.fields import DayField
from diary.web.forms import StrictForm


class PlanForm(StrictForm):
    """Plan a session on a day to come."""

    date = DayField("Date", [InputRequired("Give the date of the session.")])

    def validate_date(self, field: DayField) -> None:
        """Refuse a day that is not ahead, or too far."""
        ahead = field.data - today_of(current_patient()) if field.data else timedelta()
        if not timedelta() < ahead <= PLANNED_AHEAD:
            raise ValidationError("Choose a day from tomorrow on, at most a year ahead.")

    def botox(self) -> BotoxSession:
        """The planned session."""
        return BotoxSession(date=cast(date, self.date.data), is_planned=True)

    def as_session(self) -> SessionForm:
        """The larger form, with what was wrong here."""
        today = today_of(current_patient())
        form = SessionForm(formdata=None, data={"date": self.date.data}, today=today)
        form.date.errors = self.date.errors
        return form
