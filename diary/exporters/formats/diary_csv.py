"""The diary as CSV: one row for each recorded day, read back as the same diary."""

import csv
from collections.abc import Iterable
from io import StringIO

from diary.clinical.day import AuraCharacteristic, DiaryDay
from diary.notation import SEPARATOR, guarded, write_doses, write_spell

FEATURES = (
    *("one_sided", "pulsating", "worse_with_activity"),
    *("nausea", "vomiting", "light", "sound"),
)
COLUMNS = (
    *("date", "headache", "severity", "pain", "minutes", "spells", *FEATURES),
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
    text = StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS)
    table.writeheader()
    table.writerows(_cells_of(day) for day in days)
    return text.getvalue().encode()


def _cells_of(day: DiaryDay) -> dict[str, str | int | None]:
    """The day's cells; a text that a spreadsheet could run as a formula is guarded."""
    return {
        "date": day.date.isoformat(),
        **{column: ANSWERS[getattr(day, column)] for column in YES_OR_NO},
        "severity": day.severity,
        "pain": day.pain,
        "minutes": day.minutes,
        "spells": SEPARATOR.join(write_spell(spell) for spell in day.spells),
        "aura_characteristics": _in_order(day.aura_characteristics),
        "medicines": guarded(write_doses(day.doses)),
        "impact": day.impact,
        "triggers": guarded(SEPARATOR.join(day.triggers)),
        "note": guarded(day.note or ""),
        "recorded_at": day.recorded_at.isoformat() if day.recorded_at else None,
    }


def _in_order(characteristics: frozenset[AuraCharacteristic]) -> str:
    return SEPARATOR.join(each for each in AuraCharacteristic if each in characteristics)
