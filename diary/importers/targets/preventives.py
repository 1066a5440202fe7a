"""Imported preventives go beside those that are recorded; the same one is not recorded twice."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from diary.accounts.models import Account
from diary.clinical.treatment import Preventive
from diary.database import db
from diary.importers.target import Receipt, Target
from diary.medicines.preventives.store import (
    add_preventive,
    preventive_row_of,
    preventives_of,
    remove_preventive,
)


class Preventives(Target[Preventive]):
    """The preventives tried; the receipt has each one's number and what was written."""

    def stored(self, patient: Account) -> Mapping[object, Preventive]:
        """Every preventive under what is recorded of it."""
        return {preventive: preventive for preventive in preventives_of(patient) or ()}

    def key_of(self, item: Preventive) -> Preventive:
        """All that is recorded of it: a medicine may be tried more than once."""
        return item

    def in_words(self, item: Preventive) -> Mapping[str, str]:
        """What was recorded of it."""
        return {name: "" if value is None else str(value) for name, value in asdict(item).items()}

    def write(self, patient: Account, items: Sequence[Preventive], *, take_file: bool) -> Receipt:  # noqa: ARG002
        """Add those that are new."""
        known = self.stored(patient)
        new = [item for item in items if item not in known]
        added = [add_preventive(patient, item) for item in new]
        db.session.flush()
        return [[row.id, dict(self.in_words(row.to_preventive()))] for row in added]

    def changed_since(self, patient: Account, receipt: Receipt) -> list[str]:
        """The names of those changed or removed after the import."""
        return [wrote["medicine"] for row, wrote in receipt if not self._is_as(patient, row, wrote)]

    def take_back(self, patient: Account, receipt: Receipt) -> None:
        """Remove what was added."""
        for number, wrote in receipt:
            if self._is_as(patient, number, wrote):
                remove_preventive(patient, number)

    def _is_as(self, patient: Account, number: int, wrote: Mapping[str, str]) -> bool:
        row = preventive_row_of(patient, number)
        return row is not None and self.in_words(row.to_preventive()) == wrote
