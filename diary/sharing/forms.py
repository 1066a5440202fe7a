"""What a patient allows somebody to read, and until when."""

from datetime import timedelta
from typing import Any

from wtforms import BooleanField, EmailField, RadioField
from wtforms.validators import InputRequired, Optional, ValidationError

from diary.accounts import people
from diary.accounts.clock import last_day_of, today_of
from diary.accounts.gate import current_patient
from diary.clinical.day import FIRST_DATE, LAST_DATE
from diary.clinical.text import cleaned_line
from diary.sharing.grant import Grant
from diary.sharing.scope import Scope
from diary.web.fields import DayField
from diary.web.formatting import short_date
from diary.web.forms import StrictForm, refusing

TERMS = {"28": "4 weeks", "84": "12 weeks", "182": "Half a year", "365": "1 year"}
"""How many days from today on a clinician may read, in words."""
AS_IT_IS = "keep"


class GrantForm(StrictForm):
    """Which days, with what, for how long; `grant` is what is allowed already."""

    first = DayField(
        "From", [Optional()], description="Leave it empty to share from your first day on."
    )
    last = DayField("To", [Optional()], description="Leave it empty to share new days too.")
    treatments = BooleanField("Share Botox sessions, side effects and preventives")
    notes = BooleanField("Share my notes")
    may_record_sessions = BooleanField(
        "Let them record Botox sessions",
        description="You see which ones they recorded, and can dispute them.",
    )
    term = RadioField(
        "For how long may they look?",
        choices=TERMS,
        validators=[InputRequired("Choose for how long.")],
    )

    def __init__(self, grant: Grant | None = None, **options: Any) -> None:
        super().__init__(data=_answers(grant), **options)
        self._granted = grant
        if grant and grant.is_open(today_of(current_patient())):
            keep = {AS_IT_IS: f"Until {short_date(grant.ends_on)}, as now"}
            self.term.choices = keep | TERMS

    def validate_may_record_sessions(self, field: BooleanField) -> None:
        """Refuse to let somebody write what they cannot see."""
        if field.data and not self.treatments.data:
            raise ValidationError("To let them record sessions, share Botox sessions too.")

    def validate_first(self, field: DayField) -> None:
        """Refuse a day that has not begun."""
        if field.data and not FIRST_DATE <= field.data <= last_day_of(current_patient()):
            raise ValidationError("Give today or an earlier day, or leave it empty.")

    def validate_last(self, field: DayField) -> None:
        """Refuse an end before the beginning."""
        if field.data and not (self.first.data or FIRST_DATE) <= field.data <= LAST_DATE:
            raise ValidationError("Give a day that is not before the first one, or leave it empty.")

    def grant(self) -> Grant:
        """What is allowed now."""
        return Grant(
            scope=Scope(
                first=self.first.data,
                last=self.last.data,
                notes=self.notes.data,
                treatments=self.treatments.data,
            ),
            ends_on=(
                self._granted.ends_on
                if self._granted and self.term.data == AS_IT_IS
                else today_of(current_patient()) + timedelta(days=int(self.term.data))
            ),
            may_record_sessions=self.may_record_sessions.data,
        )


class InvitationForm(GrantForm):
    """The same, for whoever has this e-mail address."""

    email = EmailField(
        "Their e-mail address",
        [InputRequired("Give the e-mail address."), refusing(people.address_of)],
        filters=[lambda text: cleaned_line(text) if text else text],
        description="The one they sign in with.",
    )


def _answers(grant: Grant | None) -> dict[str, Any]:
    """The form as it comes: treatments shared and notes not, or what is allowed already."""
    if grant is None:
        return {"treatments": True}
    scope = grant.scope
    return {
        "first": scope.first,
        "last": scope.last,
        "treatments": scope.treatments,
        "notes": scope.notes,
        "may_record_sessions": grant.may_record_sessions,
        "term": AS_IT_IS,
    }
