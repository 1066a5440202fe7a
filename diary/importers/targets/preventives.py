"""Imported preventives go beside those that are recorded; the same one is not recorded twice."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from diary.accounts.models import Account
from diary.clinical.treatment import Preventive
from diary.database import db
from diary.importers.target import Receipt, Target
from diary.medicines.preventives.store import (
    add_preventive,
    has_tried_none,
    preventive_rows_of,
    preventives_of,
    remove_preventive,
    say_none_tried,
)


class Preventives(Target[Preventive]):
    """The preventives tried.

    The receipt says whether none had been tried so far, then each one's number and what was written.
    """

    def stored(self, patient: Account) -> Mapping[object, Preventive]:
        """Every preventive under what is recorded of it, and as files without doses tell it."""
        recorded = preventives_of(patient) or ()
        without_dose = ((replace(one, dose=None), one) for one in recorded)
        return dict([*without_dose, *zip(recorded, recorded, strict=True)])

    def key_of(self, item: Preventive) -> Preventive:
        """All that is recorded of it: a medicine may be tried more than once."""
        return item

    def is_same(self, one: Preventive, other: Preventive) -> bool:
        """Whether the file's preventive says nothing else than the diary's."""
        return other in (one, replace(one, dose=None))

    def in_words(self, item: Preventive) -> Mapping[str, str]:
        """What was recorded of it."""
        return {name: "" if value is None else str(value) for name, value in asdict(item).items()}

    def write(self, patient: Account, items: Sequence[Preventive], *, take_file: bool) -> Receipt:  # noqa: ARG002
        """Add those that are new."""
        known, said_none = self.stored(patient), has_tried_none(patient)
        added = [add_preventive(patient, item) for item in items if item not in known]
        db.session.flush()
        return [said_none, *([row.id, dict(self.in_words(row.to_preventive()))] for row in added)]

    def changed_since(self, patient: Account, receipt: Receipt) -> list[str]:
        """The names of those changed or removed after the import."""
        now = self._by_number(patient)
        return [wrote["medicine"] for number, wrote in receipt[1:] if now.get(number) != wrote]

    def take_back(self, patient: Account, receipt: Receipt) -> None:
        """Remove what was added."""
        now = self._by_number(patient)
        said_none, *added = receipt
        for number, wrote in added:
            if now.get(number) == wrote:
                remove_preventive(patient, number)
        if said_none and not preventives_of(patient):
            say_none_tried(patient)

    def _by_number(self, patient: Account) -> dict[int, Mapping[str, str]]:
        rows = preventive_rows_of(patient)
        return {row.id: self.in_words(row.to_preventive()) for row in rows}
