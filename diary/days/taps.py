"""The small forms of one tap each: they name the revision on screen and one answer."""

from datetime import date
from typing import Self

from wtforms import SelectMultipleField, StringField
from wtforms.validators import InputRequired

from diary.clinical.day import Effect, Severity
from diary.days.fields import WholeNumberField, WordField, at_most
from diary.dose_notation import LONGEST_DOSE
from diary.web.errors import DiaryError
from diary.web.forms import StrictForm

NO_HEADACHE = "none"
MOST_CLEAR_DAYS = 100


class TapError(DiaryError):
    """A tap that cannot be saved: its answer is missing, or its day is still to come."""


class TapForm(StrictForm):
    """A tap on a day as it was on screen."""

    revision = WholeNumberField("Revision", least=0, most=999_999)

    @classmethod
    def received(cls) -> Self:
        """The form as it was sent. Raises TapError unless everything has arrived."""
        form = cls()
        if not form.validate():
            raise TapError("Nothing was saved. Load the page again and tap once more.")
        return form

    def seen_revision(self) -> int:
        """The revision that was on screen; 0 for an unrecorded day."""
        return self.revision.data or 0


class SeverityForm(TapForm):
    """No headache, mild, moderate or severe."""

    severity = WordField(
        "How is today?",
        {NO_HEADACHE: "No headache", **{word: word.value for word in Severity}},
        validators=[InputRequired()],
    )

    def chosen(self) -> Severity | None:
        """The severity; None for no headache."""
        return None if self.severity.data == NO_HEADACHE else Severity(self.severity.data)


class DoseForm(TapForm):
    """One dose of a medicine, in the notation of the diary CSV."""

    dose = StringField("Medicine", validators=[InputRequired(), at_most(LONGEST_DOSE)])
    headache = WordField("A headache goes on", {"yes": "Yes"})


class EffectForm(TapForm):
    """Whether a dose helped."""

    effect = WordField(
        "Did it help?", {word: word.value for word in Effect}, validators=[InputRequired()]
    )


class ClearDaysForm(StrictForm):
    """Days without headache, not one after today."""

    day = SelectMultipleField("Days", choices={}, validate_choice=False, coerce=date.fromisoformat)

    def dates(self, today: date) -> list[date]:
        """The chosen days. Raises TapError for none, too many, or one that is still to come."""
        chosen = sorted(set(self.day.data or ()))
        if not self.validate() or not 1 <= len(chosen) <= MOST_CLEAR_DAYS or chosen[-1] > today:
            raise TapError(f"Choose 1 to {MOST_CLEAR_DAYS} days, none after today.")
        return chosen
