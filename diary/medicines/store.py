"""The patient's own medicines in the database."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime

from sqlalchemy import bindparam, select

from diary.accounts.models import Account
from diary.accounts.rows import change_row
from diary.accounts.store import count_change
from diary.clinical.day import DiaryDay, Purpose
from diary.clinical.medicine import STANDARD_FORMULARY, Formulary, MedicineClass
from diary.database import db, writing
from diary.medicines.kind import MedicineKind
from diary.medicines.models import OwnMedicine, spelling
from diary.web.errors import DiaryError

LATELY_USED_FIRST = (OwnMedicine.last_used.desc().nulls_last(), OwnMedicine.spelling)
OF_PATIENT = OwnMedicine.patient_id == bindparam("patient")
# Made once: every page that counts asks for them.
ADDITIONS = select(OwnMedicine.name, OwnMedicine.kind).where(
    OF_PATIENT, OwnMedicine.kind.is_not(None)
)
"""Name and kind of what a patient added."""
_ALL = select(OwnMedicine).where(OF_PATIENT).order_by(*LATELY_USED_FIRST)
_LISTED = _ALL.where(OwnMedicine.removed_at.is_(None), OwnMedicine.archived_at.is_(None))
_ARCHIVED = _ALL.where(OwnMedicine.removed_at.is_(None), OwnMedicine.archived_at.is_not(None))


class AlreadyListedError(DiaryError):
    """The medicine is on the patient's list with this strength."""


def own_medicines_of(patient: Account, *, archived: bool = False) -> list[OwnMedicine]:
    """Return the patient's list, or what was archived from it, lately used ones first."""
    wanted = _ARCHIVED if archived else _LISTED
    return list(db.session.scalars(wanted, {"patient": patient.id}))


def own_medicine_of(patient: Account, medicine_id: int) -> OwnMedicine | None:
    """Return one medicine of the patient's list, archived or not."""
    return db.session.scalar(
        select(OwnMedicine).where(
            OwnMedicine.patient_id == patient.id,
            OwnMedicine.id == medicine_id,
            OwnMedicine.removed_at.is_(None),
        )
    )


def formulary_of(patient: Account) -> Formulary:
    """Return the standard formulary with what the patient added, the shared one when nothing.

    Archived and removed additions stay in it: earlier days name them.
    """
    rows = db.session.execute(ADDITIONS, {"patient": patient.id})
    return STANDARD_FORMULARY.with_own({name: kind.classes for name, kind in rows if kind})


def formularies_of(patient_ids: Collection[int]) -> dict[int, Formulary]:
    """The same for several patients, in one statement; those with the standard one are left out."""
    rows = db.session.execute(
        select(OwnMedicine.patient_id, OwnMedicine.name, OwnMedicine.kind).where(
            OwnMedicine.patient_id.in_(patient_ids), OwnMedicine.kind.is_not(None)
        )
    )
    own: dict[int, dict[str, frozenset[MedicineClass]]] = defaultdict(dict)
    for patient_id, name, kind in rows:
        if kind:
            own[patient_id][name] = kind.classes
    return {one: STANDARD_FORMULARY.with_own(added) for one, added in own.items()}


def cupboard_of(patient: Account) -> tuple[list[OwnMedicine], Formulary]:
    """Return the list to tap and the formulary of the patient, in one statement."""
    known = _all_of(patient)
    own = {medicine.name: medicine.kind.classes for medicine in known if medicine.kind}
    return [row for row in known if row.is_listed], STANDARD_FORMULARY.with_own(own)


def add_own_medicine(
    patient: Account,
    *,
    name: str,
    strength: str | None = None,
    purpose: Purpose | None = None,
    kind: MedicineKind | None = None,
) -> OwnMedicine:
    """Put a medicine on the list, or an archived or removed one back on it.

    `kind` is for what the formulary does not know; it goes with the name, whatever the strength.
    Raises AlreadyListedError.
    """
    with writing() as session:
        count_change(session, patient)
        known = _all_of(patient)
        wanted = spelling(name, strength)
        medicine = next((row for row in known if row.spelling == wanted), None)
        if medicine is None:
            medicine = OwnMedicine(patient_id=patient.id)
            session.add(medicine)
        elif medicine.is_listed:
            raise AlreadyListedError(f"{medicine.label} is on your list already.")
        medicine.write(name, strength, purpose)
        medicine.archived_at = medicine.removed_at = None
        _set_kind([*known, medicine], name, kind)
    return medicine


def change_own_medicine(
    patient: Account,
    medicine_id: int,
    *,
    name: str,
    strength: str | None = None,
    purpose: Purpose | None = None,
    kind: MedicineKind | None = None,
) -> bool:
    """Change a medicine of the list; under another name it is added anew.

    So the days that have the old name go on counting as they did.
    False when the patient has none of this number. Raises AlreadyListedError.
    """
    with writing() as session:
        count_change(session, patient)
        known = _all_of(patient)
        medicine = next(
            (row for row in known if row.id == medicine_id and not row.removed_at), None
        )
        if medicine is None:
            return False
        if medicine.spelling == spelling(name, strength):
            medicine.write(name, strength, purpose)
            _set_kind(known, name, kind)
        else:
            add_own_medicine(patient, name=name, strength=strength, purpose=purpose, kind=kind)
            medicine.removed_at = _now()
    return True


def archive_own_medicine(patient: Account, medicine_id: int) -> bool:
    """Keep a medicine off the day's page; False when the patient has none of this number."""
    return _mark(patient, medicine_id, archived_at=_now())


def return_own_medicine(patient: Account, medicine_id: int) -> bool:
    """Bring an archived medicine back; False when the patient has none of this number."""
    return _mark(patient, medicine_id, archived_at=None)


def remove_own_medicine(patient: Account, medicine_id: int) -> bool:
    """Take a medicine off the list; False when the patient has none of this number."""
    return _mark(patient, medicine_id, removed_at=_now())


def restore_own_medicine(patient: Account, medicine_id: int) -> bool:
    """Undo a removal; False when the patient has none of this number."""
    return _mark(patient, medicine_id, removed_at=None)


def note_use(patient: Account, days: Iterable[DiaryDay]) -> None:
    """Remember when each medicine of the list was last taken, so that it comes first."""
    used: dict[str, date] = {}
    for day in days:
        for dose in day.doses or ():
            named = spelling(dose.name, dose.strength)
            used[named] = max(day.date, used.get(named, day.date))
    if not used:
        return
    with writing():
        for medicine in _all_of(patient):
            taken = used.get(medicine.spelling)
            if taken and (medicine.last_used is None or medicine.last_used < taken):
                medicine.last_used = taken


def _all_of(patient: Account) -> list[OwnMedicine]:
    return list(db.session.scalars(_ALL, {"patient": patient.id}))


def _set_kind(known: Iterable[OwnMedicine], name: str, kind: MedicineKind | None) -> None:
    named = spelling(name)
    for medicine in known:
        if spelling(medicine.name) == named:
            medicine.kind = kind


def _mark(patient: Account, medicine_id: int, **marks: datetime | None) -> bool:
    with writing() as session:
        return change_row(session, OwnMedicine, patient, medicine_id, **marks)


def _now() -> datetime:
    return datetime.now(UTC)
