"""The kinds of medicine a patient chooses from, in plain words, and the classes they stand for."""

from collections.abc import Iterable
from enum import StrEnum

from diary.clinical.medicine import UNKNOWN_CLASSES, MedicineClass

CLASS_NAMES = {
    MedicineClass.TRIPTAN: "triptan",
    MedicineClass.ERGOT: "ergot",
    MedicineClass.OPIOID: "opioid",
    MedicineClass.COMBINATION_ANALGESIC: "combination painkiller",
    MedicineClass.SIMPLE_ANALGESIC: "simple painkiller",
    MedicineClass.GEPANT: "gepant",
    MedicineClass.DITAN: "ditan",
    MedicineClass.ANTIEMETIC: "medicine against feeling sick",
    MedicineClass.DEVICE: "device",
    MedicineClass.PREVENTIVE: "preventive",
    MedicineClass.UNKNOWN: "kind not known, so it might be any",
}


def counts_as(classes: Iterable[MedicineClass]) -> str:
    """The classes in plain words, as in: triptan and combination painkiller."""
    return " and ".join(name for one, name in CLASS_NAMES.items() if one in set(classes))


class MedicineKind(StrEnum):
    """What a medicine is, as its packet or a pharmacist would say."""

    TRIPTAN = "triptan"
    SIMPLE_PAINKILLER = "simple_painkiller"
    COMBINED_PAINKILLER = "combined_painkiller"
    TRIPTAN_WITH_PAINKILLER = "triptan_with_painkiller"
    OPIOID = "opioid"
    ERGOT = "ergot"
    GEPANT = "gepant"
    DITAN = "ditan"
    AGAINST_SICKNESS = "against_sickness"
    DEVICE = "device"
    PREVENTIVE = "preventive"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """Its name with examples, for a list to choose from."""
        return WORDS[self]

    @property
    def classes(self) -> frozenset[MedicineClass]:
        """The classes that an intake counts as."""
        return CLASSES[self]


WORDS = {
    MedicineKind.TRIPTAN: "Triptan (such as sumatriptan, rizatriptan)",
    MedicineKind.SIMPLE_PAINKILLER: "Simple painkiller (paracetamol, aspirin, ibuprofen)",
    MedicineKind.COMBINED_PAINKILLER: "Combination painkiller (with caffeine, codeine or butalbital in it)",
    MedicineKind.TRIPTAN_WITH_PAINKILLER: "Triptan and painkiller in one tablet",
    MedicineKind.OPIOID: "Opioid, a strong painkiller (codeine alone, tramadol)",
    MedicineKind.ERGOT: "Ergot (ergotamine, dihydroergotamine)",
    MedicineKind.GEPANT: "Gepant (such as rimegepant)",
    MedicineKind.DITAN: "Ditan (lasmiditan)",
    MedicineKind.AGAINST_SICKNESS: "Against feeling sick (such as metoclopramide)",
    MedicineKind.DEVICE: "Device (such as a nerve stimulator)",
    MedicineKind.PREVENTIVE: "Preventive (taken to have fewer headaches)",
    MedicineKind.UNKNOWN: "I don't know",
}

CLASSES = {
    MedicineKind.TRIPTAN: frozenset({MedicineClass.TRIPTAN}),
    MedicineKind.SIMPLE_PAINKILLER: frozenset({MedicineClass.SIMPLE_ANALGESIC}),
    MedicineKind.COMBINED_PAINKILLER: frozenset({MedicineClass.COMBINATION_ANALGESIC}),
    MedicineKind.TRIPTAN_WITH_PAINKILLER: frozenset(
        {MedicineClass.TRIPTAN, MedicineClass.COMBINATION_ANALGESIC}
    ),
    MedicineKind.OPIOID: frozenset({MedicineClass.OPIOID}),
    MedicineKind.ERGOT: frozenset({MedicineClass.ERGOT}),
    MedicineKind.GEPANT: frozenset({MedicineClass.GEPANT}),
    MedicineKind.DITAN: frozenset({MedicineClass.DITAN}),
    MedicineKind.AGAINST_SICKNESS: frozenset({MedicineClass.ANTIEMETIC}),
    MedicineKind.DEVICE: frozenset({MedicineClass.DEVICE}),
    MedicineKind.PREVENTIVE: frozenset({MedicineClass.PREVENTIVE}),
    MedicineKind.UNKNOWN: UNKNOWN_CLASSES,
}
