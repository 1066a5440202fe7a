"""Imported days go into the diary, all under the name of one change."""

from collections.abc import Mapping, Sequence
from datetime import date

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay
from diary.clinical.period import Period
from diary.days.document import same_answers, to_document
from diary.days.store import amend_days, days_of, diary_of, new_change, undo
from diary.days.version import StoredDay
from diary.dose_notation import write_doses
from diary.importers.target import Receipt, Target
from diary.notation import SEPARATOR, write_spell


class Days(Target[DiaryDay]):
    """The recorded days; the receipt is the name of the change and the dates it wrote."""

    def stored(self, patient: Account) -> Mapping[object, DiaryDay]:
        """Every recorded day by its date."""
        return {day.date: day for day in diary_of(patient)}

    def key_of(self, item: DiaryDay) -> date:
        """Its date."""
        return item.date

    def is_same(self, one: DiaryDay, other: DiaryDay) -> bool:
        """The same answers, whenever they were recorded."""
        return same_answers(one, other)

    def in_words(self, item: DiaryDay) -> Mapping[str, str]:
        """The answers in the words of the diary CSV."""
        words = {name: _word(value) for name, value in to_document(item).items()}
        return words | {
            "medicines": write_doses(item.doses),
            "spells": SEPARATOR.join(write_spell(spell) for spell in item.spells),
            "aura_characteristics": SEPARATOR.join(sorted(item.aura_characteristics)),
            "location": SEPARATOR.join(sorted(item.location)),
            "triggers": SEPARATOR.join(item.triggers),
            "recorded_at": "",
        }

    def write(self, patient: Account, items: Sequence[DiaryDay], *, take_file: bool) -> Receipt:
        """Store new days, and with `take_file` those that differ, in one change."""
        given = {day.date: day for day in items}
        change = new_change()

        def amend(on: date, before: DiaryDay | None) -> DiaryDay:
            return given[on] if take_file or before is None else before

        stored = amend_days(patient, given, amend, change=change)
        return [change, *(on.isoformat() for on, day in stored.items() if day.change == change)]

    def changed_since(self, patient: Account, receipt: Receipt) -> list[str]:
        """The dates written again after the import."""
        change, *dates = receipt
        if not dates:
            return []
        stored = _between(patient, dates)
        return [on.isoformat() for on, day in stored.items() if day.change != change]

    def take_back(self, patient: Account, receipt: Receipt) -> None:
        """Undo the change; the store leaves alone what was written since."""
        undo(patient, receipt[0])


def _between(patient: Account, dates: Sequence[str]) -> dict[date, StoredDay]:
    written = {date.fromisoformat(on) for on in dates}
    stored = days_of(patient, Period(min(written), max(written)))
    return {on: day for on, day in sorted(stored.items()) if on in written}


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
