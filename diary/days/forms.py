"""The form of a day: what was typed and chosen, to a DiaryDay and back."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import (
    BooleanField,
    Form,
    FormField,
    SelectMultipleField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.widgets import CheckboxInput

from diary.clinical.day import (
    MOST_DOSES_AT_ONCE,
    MOST_MEDICINES_A_DAY,
    AuraCharacteristic,
    DiaryDay,
    DiaryDayError,
    Dose,
    Purpose,
)
from diary.clinical.spell import minutes_of_day
from diary.days.amend import add_dose, rule_out_others
from diary.days.document import ANSWERS
from diary.days.fields import (
    AnswerField,
    RowsField,
    TagsField,
    WholeNumberField,
    WordField,
    at_most,
    say,
)
from diary.days.version import StoredDay
from diary.days.wording import ABOUT, ALL_DAY, AURA_SIGNS, EFFECTS, IMPACTS, LABELS, SEVERITIES
from diary.notation import NotationError, read_dose
from diary.web.forms import StrictForm

LONGEST_NOTE = 5000
LONGEST_NAME = 120
SAME = ("headache", "severity", "pain", "impact", "note")
"""The fields that show what the day holds under the same name."""
ONLY_WITH_HEADACHE = ("severity", "pain", "minutes")
"""The answers that a day without headache cannot have."""
AT_FIELD = {"spells": "minutes", "date": "headache"}
"""Where a message about something is shown that has no field of its own."""


class DoseForm(Form):
    """One medicine taken on the day. Without a name it is no dose."""

    name = StringField("Medicine", validators=[at_most(LONGEST_NAME)])
    count = WholeNumberField("Doses", least=0, most=MOST_DOSES_AT_ONCE)
    helped = WordField("Did it help?", EFFECTS)
    preventive = BooleanField("Taken to prevent, not for this headache")

    def to_dose(self) -> Dose | None:
        """The dose; None for an empty row or a count of 0."""
        if not (self.name.data or "").strip() or self.count.data == 0:
            return None
        return Dose(
            name=self.name.data or "",
            count=self.count.data or 1,
            effect=self.helped.data,
            purpose=Purpose.PREVENTIVE if self.preventive.data else Purpose.ACUTE,
        )


class DayForm(StrictForm):
    """A whole day. Nothing is pre-set: what is left alone is unanswered."""

    revision = WholeNumberField("Revision", least=0, most=999_999)
    headache = AnswerField(LABELS["headache"])
    severity = WordField(LABELS["severity"], SEVERITIES)
    pain = WholeNumberField("Pain at its worst, 0 to 10", least=0, most=10)
    about = WordField("How long, about?", ABOUT)
    minutes = WholeNumberField("Or exactly, in minutes", least=1, most=1500)
    no_medicines = BooleanField("I took nothing")
    medicines = RowsField(FormField(DoseForm), max_entries=MOST_MEDICINES_A_DAY)
    one_sided = AnswerField(LABELS["one_sided"])
    pulsating = AnswerField(LABELS["pulsating"])
    worse_with_activity = AnswerField(LABELS["worse_with_activity"])
    nausea = AnswerField(LABELS["nausea"])
    vomiting = AnswerField(LABELS["vomiting"])
    light = AnswerField(LABELS["light"])
    sound = AnswerField(LABELS["sound"])
    aura = AnswerField(LABELS["aura"])
    aura_characteristics = SelectMultipleField(
        "What was the aura like?",
        choices={str(sign): text for sign, text in AURA_SIGNS.items()},
        option_widget=CheckboxInput(),
    )
    believed_migraine = AnswerField(LABELS["believed_migraine"])
    impact = WordField(LABELS["impact"], IMPACTS)
    menstruation = AnswerField(LABELS["menstruation"])
    cluster_signs = AnswerField(LABELS["cluster_signs"])
    triggers = TagsField(LABELS["triggers"], most=20, longest=60)
    note = TextAreaField(LABELS["note"], validators=[at_most(LONGEST_NOTE)])
    dose = StringField("Medicine button", validators=[at_most(LONGEST_NAME)])
    without = WholeNumberField("Remove", least=0, most=MOST_MEDICINES_A_DAY)
    others_no = SubmitField("The others: no")
    forget_times = SubmitField("Forget these times")

    def __init__(self, on: date, zone: ZoneInfo, stored: StoredDay | None = None) -> None:
        self.on, self.length = on, minutes_of_day(on, zone)
        super().__init__(data={} if self.is_submitted() else answers_of(stored, self.length))

    def seen_revision(self) -> int:
        """The revision that was on screen; 0 for an unrecorded day."""
        return self.revision.data or 0

    def offer(self, triggers: list[str]) -> None:
        """Make the form ready to be shown: triggers to tap, and a row for one more medicine."""
        self.triggers.offer(triggers)
        rows = self.medicines
        if len(rows) < MOST_MEDICINES_A_DAY and not (len(rows) and not rows[-1].form.name.data):
            rows.append_entry()

    def part(self) -> str | None:
        """The part of the page that was worked on, when a button there sent the form."""
        if self.dose.data or self.without.data is not None:
            return "medicines"
        return "feel" if self.others_no.data else "how-long" if self.forget_times.data else None

    def to_day(self, before: DiaryDay | None, now: datetime) -> DiaryDay:
        """The day as answered; times, and when it was first recorded, stay as they were `before`.

        Raises DiaryDayError.
        """
        kept = before or DiaryDay(date=self.on, headache=True, recorded_at=now)
        answers: dict[str, Any] = {name: self[name].data for name in ANSWERS}
        day = replace(
            kept,
            **answers,
            headache=self._headache(),
            severity=self.severity.data,
            pain=self.pain.data,
            stated_minutes=self._minutes(),
            spells=() if self.forget_times.data else kept.spells,
            aura_characteristics=frozenset(
                AuraCharacteristic(sign) for sign in self.aura_characteristics.data or ()
            ),
            doses=self._doses(),
            impact=self.impact.data,
            triggers=tuple(self.triggers.data or ()),
            note=(self.note.data or "").replace("\r\n", "\n"),
        )
        return self._press_buttons(day)

    def refuse(self, error: DiaryDayError) -> None:
        """Show why the day cannot be like this at the field it is about."""
        message = str(error)
        if error.field in ONLY_WITH_HEADACHE and self.headache.data is False:
            message += " Take it back, or answer yes to headache."
        say(self[AT_FIELD.get(error.field, error.field)], message)

    def _press_buttons(self, day: DiaryDay) -> DiaryDay:
        """What the button adds by which the form was sent."""
        if self.others_no.data:
            day = rule_out_others(day)
        if self.dose.data:
            return add_dose(dose_of(self.dose.data))(day)
        return day

    def _headache(self) -> bool:
        """The answer; pain, severity or duration say yes where it was left open."""
        if self.headache.data is None:
            if self.severity.data or self.pain.data or self._minutes():
                return True
            raise DiaryDayError("headache", "Say first whether there was a headache.")
        return bool(self.headache.data)

    def _minutes(self) -> int | None:
        about = self.length if self.about.data == ALL_DAY else self.about.data
        exactly = self.minutes.data
        if about and exactly and about != exactly:
            raise DiaryDayError("minutes", "You gave two lengths. Take one of them back.")
        if exactly and exactly > self.length:
            raise DiaryDayError(
                "minutes", f"That day had {self.length} minutes. Give at most that."
            )
        return about or exactly

    def _doses(self) -> tuple[Dose, ...] | None:
        rows = [row for number, row in enumerate(self.medicines) if number != self.without.data]
        doses = tuple(dose for row in rows if (dose := row.form.to_dose()))
        if doses and self.no_medicines.data:
            raise DiaryDayError(
                "no_medicines", "You ticked this and named a medicine. Take one of them back."
            )
        return doses or (() if self.no_medicines.data and not self.dose.data else None)


def answers_of(stored: StoredDay | None, length: int) -> dict[str, Any]:
    """What the form shows of a stored day; of an unrecorded one its revision only."""
    if stored is None or stored.day is None:
        return {"revision": stored.revision if stored else 0}
    day = stored.day
    about = ALL_DAY if day.stated_minutes == length else day.stated_minutes
    return {
        "revision": stored.revision,
        **{name: getattr(day, name) for name in (*SAME, *ANSWERS)},
        "about": about if about in ABOUT else None,
        "minutes": None if about in ABOUT else day.stated_minutes,
        "aura_characteristics": sorted(day.aura_characteristics),
        "no_medicines": day.doses == (),
        "medicines": [answers_of_dose(dose) for dose in day.doses or ()],
        "triggers": list(day.triggers),
    }


def answers_of_dose(dose: Dose) -> dict[str, Any]:
    """What a row of the form shows of a dose."""
    return {
        "name": dose.named,
        "count": dose.count,
        "helped": dose.effect,
        "preventive": dose.purpose is Purpose.PREVENTIVE,
    }


def dose_of(text: str) -> Dose:
    """The dose a button stands for, in the notation of the CSV. Raises DiaryDayError."""
    try:
        return read_dose(text)
    except NotationError as error:
        raise DiaryDayError("medicines", str(error)) from None
