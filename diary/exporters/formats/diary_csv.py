"""The diary as CSV: one row for each recorded day, read back as the same diary."""

from collections.abc import Collection, Iterable

from diary.clinical.day import LONGEST_DAY, AuraCharacteristic, DiaryDay, PainPlace
from diary.dose_notation import write_doses
from diary.exporters.format import Format
from diary.exporters.table import MEDIA_TYPE, write_table
from diary.notation import SEPARATOR, guarded, write_spell

FEATURES = (
    *("one_sided", "pulsating", "worse_with_activity"),
    *("nausea", "vomiting", "light", "sound"),
)
COLUMNS = (
    *("date", "headache", "severity", "pain", "minutes", "spells", "location", *FEATURES),
    *("aura", "aura_characteristics", "believed_migraine", "medicines", "impact"),
    *("cluster_signs", "menstruation", "triggers", "note", "recorded_at"),
)
YES_OR_NO = (
    *("headache", *FEATURES),
    *("aura", "believed_migraine", "cluster_signs", "menstruation"),
)
ANSWERS = {True: "yes", False: "no", None: ""}


def write_diary_csv(days: Iterable[DiaryDay]) -> bytes:
    """The days in the order given, as UTF-8 text with a header."""
    return write_table(COLUMNS, (_cells_of(day) for day in days))


def _cells_of(day: DiaryDay) -> dict[str, object]:
    """The day's cells; a text that a spreadsheet could run as a formula is guarded."""
    return {
        "date": day.date.isoformat(),
        **{column: ANSWERS[getattr(day, column)] for column in YES_OR_NO},
        "severity": day.severity,
        "pain": day.pain,
        "minutes": _total(day),
        "spells": SEPARATOR.join(write_spell(spell) for spell in day.spells),
        "location": _in_order(PainPlace, day.location),
        "aura_characteristics": _in_order(AuraCharacteristic, day.aura_characteristics),
        "medicines": guarded(write_doses(day.doses)),
        "impact": day.impact,
        "triggers": guarded(SEPARATOR.join(day.triggers)),
        "note": guarded(day.note or ""),
        "recorded_at": day.recorded_at.isoformat() if day.recorded_at else None,
    }


def _total(day: DiaryDay) -> int | None:
    """The day's minutes, where a cell may say so many; spells of a longer day say it themselves."""
    return day.minutes if (day.minutes or 0) <= LONGEST_DAY else None


def _in_order(every: Iterable[str], said: Collection[str]) -> str:
    return SEPARATOR.join(word for word in every if word in said)


FORMAT = Format(
    name="csv",
    title="The diary",
    words="One row for each recorded day. It can be imported again, here or elsewhere.",
    file_name="headache-diary",
    ending="csv",
    media_type=MEDIA_TYPE,
    write=lambda recorded: write_diary_csv(recorded.days),
)
