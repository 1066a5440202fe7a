"""The form of a day: what was typed and chosen, to a DiaryDay and back."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import (
    BooleanField,
    FormField,
    StringField,
    SubmitField,
)

from diary.clinical.day import (
    MOST_MEDICINES_A_DAY,
    AuraCharacteristic,
    DiaryDay,
    DiaryDayError,
    Dose,
    PainPlace,
)
from diary.clinical.limits import LONGEST_TRIGGER, MOST_TRIGGERS, is_no_medicine
from diary.clinical.local_day import minutes_of_day
from diary.days.amend import add_dose, rule_out_others, to_no_headache
from diary.days.document import ANSWERS, OF_A_HEADACHE
from diary.days.dose_form import DoseForm, answers_of_dose, dose_of, dose_of_row, times_by_name
from diary.days.fields import (
    AnswerField,
    NoteField,
    RowsField,
    TagsField,
    WholeNumberField,
    WordField,
    WordsField,
    at_most,
    ticked_and_typed,
)
from diary.days.refusals import RefusingForm
from diary.days.version import StoredDay
from diary.days.wording import ABOUT, ALL_DAY, AURA_SIGNS, IMPACTS, LABELS, PLACES, SEVERITIES
from diary.dose_notation import LONGEST_DOSE

SETS = {"aura_characteristics": AuraCharacteristic, "location": PainPlace}
"""The answers that are any number of words."""
SAME = ("headache", "severity", "pain", "impact", "note")
"""The fields that show what the day holds under the same name."""


class DayForm(RefusingForm):
    """A whole day. Nothing is pre-set: what is left alone is unanswered."""

    revision = WholeNumberField("Revision", least=0, most=999_999)
    headache = AnswerField(LABELS["headache"])
    severity = WordField(LABELS["severity"], SEVERITIES)
    pain = WholeNumberField("Pain at its worst, 0 to 10", least=0, most=10)
    about = WordField("How long, about?", ABOUT)
    minutes = WholeNumberField("Or exactly, in minutes", least=1, most=1500)
    no_medicines = BooleanField("I took nothing")
    medicines = RowsField(FormField(DoseForm), "What did you take?")
    one_sided = AnswerField(LABELS["one_sided"])
    pulsating = AnswerField(LABELS["pulsating"])
    worse_with_activity = AnswerField(LABELS["worse_with_activity"])
    nausea = AnswerField(LABELS["nausea"])
    vomiting = AnswerField(LABELS["vomiting"])
    light = AnswerField(LABELS["light"])
    sound = AnswerField(LABELS["sound"])
    aura = AnswerField(LABELS["aura"])
    aura_characteristics = WordsField("What was the aura like?", AURA_SIGNS)
    location = WordsField(LABELS["location"], PLACES)
    believed_migraine = AnswerField(LABELS["believed_migraine"])
    impact = WordField(LABELS["impact"], IMPACTS)
    menstruation = AnswerField(LABELS["menstruation"])
    cluster_signs = AnswerField(LABELS["cluster_signs"])
    triggers = TagsField(LABELS["triggers"], most_letters=MOST_TRIGGERS * LONGEST_TRIGGER)
    note = NoteField(LABELS["note"])
    dose = StringField("Medicine button", validators=[at_most(LONGEST_DOSE)])
    without = WholeNumberField("Remove", least=0, most=MOST_MEDICINES_A_DAY)
    took_nothing = SubmitField("Yes, I took nothing")
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

    @property
    def of_a_headache(self) -> list[str]:
        """The fields of answers that only a headache has."""
        return ["about", "minutes", *(name for name in OF_A_HEADACHE if name in self)]

    def part(self) -> str | None:
        """The part of the page that was worked on, when a button there sent the form."""
        if self.dose.data or self.took_nothing.data or self.without.data is not None:
            return "medicines"
        return "feel" if self.others_no.data else "how-long" if self.forget_times.data else None

    def to_day(self, before: DiaryDay | None, now: datetime) -> DiaryDay:
        """The day with the answers that are other than `before`; all else stays as it was.

        "No headache" is answered first, so that it takes back what only a headache has.
        Raises DiaryDayError.
        """
        kept = before or DiaryDay(date=self.on, headache=True, recorded_at=now)
        answers = self._answers(kept)
        changed = {name: new for name, new in answers.items() if new != getattr(kept, name)}
        if changed.get("headache") is False:
            kept = to_no_headache(kept)
        return self._press_buttons(replace(kept, **changed))

    def _press_buttons(self, day: DiaryDay) -> DiaryDay:
        """What the button adds by which the form was sent."""
        if self.others_no.data:
            day = rule_out_others(day)
        if self.dose.data:
            return add_dose(dose_of(self.dose.data))(day)
        return day

    def _answers(self, kept: DiaryDay) -> dict[str, Any]:
        """Every answer of the page, by its name in the day."""
        return {
            **{name: self[name].data for name in ANSWERS},
            "headache": self._headache(),
            "severity": self.severity.data,
            "pain": self.pain.data,
            "stated_minutes": self._minutes(kept.stated_minutes),
            "spells": () if self.forget_times.data else kept.spells,
            **{name: frozenset(map(kind, self[name].data or ())) for name, kind in SETS.items()},
            "doses": self._doses(kept),
            "impact": self.impact.data,
            "triggers": ticked_and_typed(self.triggers.data or (), kept.triggers),
            "note": (self.note.data or "").replace("\r\n", "\n").strip() or None,
        }

    def _headache(self) -> bool:
        """The answer; pain, severity or duration say yes where it was left open."""
        if self.headache.data is None:
            if self.severity.data or self.pain.data or self.about.data or self.minutes.data:
                return True
            raise DiaryDayError("headache", "Say first whether there was a headache.")
        return bool(self.headache.data)

    def _minutes(self, stored: int | None = None) -> int | None:
        about = self.length if self.about.data == ALL_DAY else self.about.data
        exactly = self.minutes.data
        if about and exactly and about != exactly:
            raise DiaryDayError("minutes", "You gave two lengths. Take one of them back.")
        if exactly and exactly > max(self.length, stored or 0):
            raise DiaryDayError(
                "minutes", f"That day had {self.length} minutes. Give at most that."
            )
        return about or exactly

    def _doses(self, kept: DiaryDay) -> tuple[Dose, ...] | None:
        rows = [
            row.form for number, row in enumerate(self.medicines) if number != self.without.data
        ]
        if self.took_nothing.data:
            rows = [row for row in rows if not is_no_medicine(row.name.data or "")]
        times = times_by_name(kept)
        doses = tuple(dose for row in rows if (dose := dose_of_row(row, kept, times)))
        if doses and self.no_medicines.data:
            raise DiaryDayError(
                "no_medicines", "You ticked this and named a medicine. Take one of them back."
            )
        said_nothing = self.no_medicines.data or self.took_nothing.data
        return doses or (() if said_nothing and not self.dose.data else None)


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
        **{name: sorted(getattr(day, name)) for name in SETS},
        "no_medicines": day.doses == (),
        "medicines": [answers_of_dose(dose) for dose in day.doses or ()],
        "triggers": list(day.triggers),
    }
