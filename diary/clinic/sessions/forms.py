"""What a clinician writes about a Botox session of a patient."""

from datetime import date
from typing import Any

from wtforms.validators import ValidationError

from diary.accounts.clock import last_day_of
from diary.botox.forms import SessionForm
from diary.sharing.scope import Scope
from diary.sharing.viewpoint import Viewpoint
from diary.web.fields import DayField
from diary.web.formatting import short_date


class SharedSessionForm(SessionForm):
    """The patient's own form; the session must lie in the days that the patient shares."""

    def __init__(self, view: Viewpoint, **named: Any) -> None:
        super().__init__(today=last_day_of(view.patient), **named)
        self.scope = view.scope

    def validate_date(self, field: DayField) -> None:
        """Refuse a day outside the scope, where nobody could see the session."""
        super().validate_date(field)
        if field.data and field.data not in self.scope:
            raise ValidationError(
                f"The patient shares days {_in_words(self.scope)} with you. Choose one of them."
            )


def _in_words(scope: Scope) -> str:
    ends: list[tuple[str, date | None]] = [("from", scope.first), ("to", scope.last)]
    return " ".join(f"{word} {short_date(day)}" for word, day in ends if day)
