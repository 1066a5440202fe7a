"""Clinicians' codes in the database."""

import secrets

from sqlalchemy import select

from diary.accounts.models import Account
from diary.clinical.text import folded
from diary.database import db, writing
from diary.sharing.codes.models import CODE_LETTERS, ClinicCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter looks like another: I, L, O and U are left out."""
LOOKALIKES = str.maketrans("ILO", "110")


def code_of(clinician: Account) -> ClinicCode | None:
    """The clinician's code, None before the first one is made."""
    return db.session.get(ClinicCode, clinician.id)


def make_code(clinician: Account, clinic: str) -> ClinicCode:
    """Give the clinician a code, or keep the one there is, under this name of the clinic."""
    with writing() as session:
        row = session.get(ClinicCode, clinician.id)
        if row is None:
            row = ClinicCode(clinician_id=clinician.id, code=_new_code())
            session.add(row)
        row.clinic = clinic
    return row


def clinician_with(typed: str) -> tuple[Account, ClinicCode] | None:
    """Who has this code, typed with or without the dash, in any case of letters."""
    mine = select(Account, ClinicCode).join(ClinicCode, ClinicCode.clinician_id == Account.id)
    row = db.session.execute(mine.where(ClinicCode.code == read_code(typed))).one_or_none()
    return None if row is None else (row.Account, row.ClinicCode)


def read_code(typed: str) -> str:
    """The code that somebody meant who mistook a letter for its lookalike."""
    letters = "".join(letter for letter in folded(typed).upper() if letter.isalnum())
    return letters.translate(LOOKALIKES)


def _new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LETTERS))
