"""Medicine classes and the formulary that knows the class of a medicine by its name."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files

from diary.clinical.day import Dose, Purpose
from diary.clinical.strength import split_strength
from diary.clinical.text import plain, without_accents

FORMULARY_DATE = date(2026, 11, 1)
"""When the formulary was last gone through."""


class MedicineClass(StrEnum):
    """What a medicine counts as; `unknown` might count as any of them."""

    TRIPTAN = "triptan"
    ERGOT = "ergot"
    OPIOID = "opioid"
    COMBINATION_ANALGESIC = "combination_analgesic"
    SIMPLE_ANALGESIC = "simple_analgesic"
    GEPANT = "gepant"
    DITAN = "ditan"
    ANTIEMETIC = "antiemetic"
    DEVICE = "device"
    PREVENTIVE = "preventive"
    UNKNOWN = "unknown"


ACUTE_CLASSES = (
    MedicineClass.TRIPTAN,
    MedicineClass.ERGOT,
    MedicineClass.OPIOID,
    MedicineClass.COMBINATION_ANALGESIC,
    MedicineClass.SIMPLE_ANALGESIC,
    MedicineClass.GEPANT,
    MedicineClass.DITAN,
)
"""The classes whose intake makes an acute medication day."""

UNKNOWN_CLASSES = frozenset({MedicineClass.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """One row of the formulary: generic name, other spellings, brands, classes, usual purpose."""

    name: str
    classes: frozenset[MedicineClass]
    also: tuple[str, ...] = ()
    brands_us: tuple[str, ...] = ()
    brands_uk: tuple[str, ...] = ()
    purpose: Purpose = Purpose.ACUTE

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the generic one first, none twice."""
        return tuple(dict.fromkeys((self.name, *self.also, *self.brands_us, *self.brands_uk)))


class Formulary:
    """Medicines by any of their names: any case, parts of a combination in any order."""

    def __init__(self, medicines: Iterable[Medicine]) -> None:
        self._medicines = tuple(medicines)
        self._spellings = {
            without_accents(other): without_accents(medicine.name)
            for medicine in self._medicines
            for other in medicine.names
            if "+" not in medicine.name
        }
        self._by_key = {
            self._key(name): medicine for medicine in self._medicines for name in medicine.names
        }
        self._remembered: dict[tuple[str, str | None], frozenset[MedicineClass]] | None = None

    def __iter__(self) -> Iterator[Medicine]:
        return iter(self._medicines)

    def find(self, name: str) -> Medicine | None:
        """The medicine of that name, with or without strengths; None when not listed.

        The name as given goes first: "Tylenol 3" is a brand of its own, not a strength of Tylenol.
        """
        name = plain(name)
        bare = "+".join(without_strength(part) for part in name.split("+"))
        return self._by_key.get(self._key(name)) or self._by_key.get(self._key(bare))

    def classes_of(self, dose: Dose) -> frozenset[MedicineClass]:
        """The classes a dose counts as; {unknown} for a medicine that is not listed."""
        if self._remembered is None:
            return self._look_up(dose)
        key = (dose.name, dose.strength)
        if key not in self._remembered:
            self._remembered[key] = self._look_up(dose)
        return self._remembered[key]

    def remembering(self) -> "Formulary":
        """This formulary, which looks up each name once; only for as long as one diary is read.

        The one that all share remembers nothing: names of medicines are somebody's own words.
        """
        one = copy(self)
        one._remembered = {}
        return one

    def with_own(self, own: Mapping[str, frozenset[MedicineClass]]) -> "Formulary":
        """This formulary with the patient's own medicines, which win over rows of the same name."""
        return self.widened(Medicine(name=name, classes=own[name]) for name in own) if own else self

    def widened(self, added: Iterable[Medicine]) -> "Formulary":
        """This formulary with further medicines."""
        wider, added = copy(self), list(added)
        wider._medicines = (*self._medicines, *added)
        wider._by_key = {**self._by_key, **{self._key(one.name): one for one in added}}
        return wider

    def _look_up(self, dose: Dose) -> frozenset[MedicineClass]:
        medicine = self.find(dose.named) or self.find(dose.name)
        return medicine.classes if medicine else UNKNOWN_CLASSES

    def _key(self, name: str) -> str:
        parts = (without_accents(part) for part in name.split("+"))
        return "+".join(sorted(self._spellings.get(part, part) for part in parts))


def without_strength(name: str) -> str:
    """The name with a strength such as "50 mg" or "8/500" taken off its end."""
    return split_strength(name)[0]


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(",") if name.strip())


def _read_formulary() -> Iterator[Medicine]:
    text = files("diary.clinical").joinpath("formulary.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines(), delimiter=";"):
        yield Medicine(
            name=row["name"],
            also=_names(row["also"]),
            brands_us=_names(row["brands_us"]),
            brands_uk=_names(row["brands_uk"]),
            classes=frozenset(MedicineClass(name) for name in _names(row["classes"])),
            purpose=Purpose(row["purpose"]),
        )


STANDARD_FORMULARY = Formulary(_read_formulary())
