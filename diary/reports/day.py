"""One recorded day to read: every answer in words, and what it counts as."""

from dataclasses import dataclass
from datetime import date

from diary.clinical.answer import Answer
from diary.clinical.day import AuraCharacteristic, DiaryDay, Dose, Effect, Impact, Purpose
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure, judge_day
from diary.clinical.period import Period
from diary.clinical.text import isolated
from diary.days.wording import places_of
from diary.reports.reading import diary_of, formulary_of
from diary.reports.words import TITLES
from diary.sharing.viewpoint import Viewpoint
from diary.web.formatting import duration, in_quarters

ANSWERS = {True: "yes", False: "no", None: "might be: an answer is missing"}
COUNTED = (
    Measure.HEADACHE_DAYS,
    Measure.MIGRAINE_DAYS,
    Measure.LONG_HEADACHE_DAYS,
    Measure.ACUTE_MEDICATION_DAYS,
    Measure.CRYSTAL_CLEAR_DAYS,
)
FEATURES = {
    "one_sided": "one-sided",
    "pulsating": "throbbing",
    "worse_with_activity": "worse with moving",
    "nausea": "nausea",
    "vomiting": "vomiting",
    "light": "light hurts",
    "sound": "sound hurts",
    "cluster_signs": "tearing eye, blocked nose or the like on that side",
}
AURA = {
    AuraCharacteristic.SPREADS: "spreads slowly",
    AuraCharacteristic.SUCCESSION: "one sign after another",
    AuraCharacteristic.LASTS_5_TO_60_MINUTES: "each sign 5 to 60 minutes",
    AuraCharacteristic.ONE_SIDE: "on one side",
    AuraCharacteristic.POSITIVE: "seeing or feeling something extra",
    AuraCharacteristic.HEADACHE_WITHIN_60_MINUTES: "headache within an hour",
}
EFFECTS = {
    Effect.HELPED: "helped",
    Effect.NOT_HELPED: "did not help",
    Effect.UNKNOWN: "not known whether it helped",
}
IMPACTS = {
    Impact.NONE: "the day went as usual",
    Impact.SOME: "some of it was lost",
    Impact.MOST: "most of it was lost",
    Impact.ALL: "all of it was lost",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """One day of a diary; `day` is None when it is unrecorded."""

    date: date
    diary: Diary

    @property
    def day(self) -> DiaryDay | None:
        return self.diary.day(self.date)

    @property
    def counts_as(self) -> list[tuple[str, str]]:
        """What the day counts as, by the name of the count."""
        if self.day is None:
            return []
        judged = judge_day(self.day, self.diary.formulary)
        return [(TITLES[measure], ANSWERS[judged[measure]]) for measure in COUNTED]

    @property
    def answers(self) -> list[tuple[str, str]]:
        """What was recorded, question by question; open questions are left out."""
        return [] if self.day is None else _answers(self.day)


def build_day_report(view: Viewpoint, day: date) -> DayReport:
    """Read one day, in two statements."""
    return DayReport(date=day, diary=diary_of(view, Period(day, day), formulary_of(view)))


def _answers(day: DiaryDay) -> list[tuple[str, str]]:
    told = {
        "Headache": _headache(day),
        "How long": None if day.minutes is None else duration(day.minutes),
        "What it was like": ", ".join(
            word for name, word in FEATURES.items() if getattr(day, name)
        ),
        "Not like this": ", ".join(
            word for name, word in FEATURES.items() if getattr(day, name) is False
        ),
        "Where": places_of(day),
        "Aura": _aura(day),
        "Thought it was migraine": _yes_or_no(day.believed_migraine),
        "Medicines": _medicines(day.doses),
        "The day": None if day.impact is None else IMPACTS[day.impact],
        "Period": _yes_or_no(day.menstruation),
        "Triggers": ", ".join(map(isolated, day.triggers)),
        "Note": day.note,
    }
    return [(question, answer) for question, answer in told.items() if answer]


def _headache(day: DiaryDay) -> str:
    if not day.headache:
        return "none"
    pain = "" if day.pain is None else f", pain {day.pain} of 10"
    return f"{day.severity or 'severity not given'}{pain}"


def _aura(day: DiaryDay) -> str | None:
    signs = ", ".join(word for sign, word in AURA.items() if sign in day.aura_characteristics)
    return signs or _yes_or_no(day.aura)


def _yes_or_no(answer: Answer) -> str | None:
    return {True: "yes", False: "no", None: None}[answer]


def _medicines(doses: tuple[Dose, ...] | None) -> str | None:
    if doses is None:
        return None
    return "; ".join(_dose(dose) for dose in doses) or "none"


def _dose(dose: Dose) -> str:
    words = [isolated(dose.named)]
    if dose.count != 1:
        words[0] += f" ×{in_quarters(dose.count)}"
    if dose.at is not None:
        words[0] += f" at {dose.at:%H:%M}"
    if dose.purpose is Purpose.PREVENTIVE:
        words.append("to prevent")
    if dose.effect:
        words.append(EFFECTS[dose.effect])
    return ", ".join(words)
