"""What may be said about a person: e-mail address, name, birth date."""

from datetime import date

from email_validator import EmailNotValidError, validate_email

from diary.accounts.models import LONGEST_EMAIL, LONGEST_NAME, Role
from diary.clinical.text import cleaned_line, plain
from diary.web.errors import DiaryError

EARLIEST_BIRTH = date(1900, 1, 1)


class PersonError(DiaryError):
    """A person cannot be entered like this."""


def address_of(typed: str) -> str:
    """Return the one form of an address that mail could be sent to; raise PersonError for another.

    Small letters of the usual width, the name of the domain as computers ask for it (xn--…).
    """
    try:
        address = plain(typed[: LONGEST_EMAIL + 1])
        found = validate_email(address, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise PersonError("Give a whole e-mail address, such as anna@example.org.") from None
    return f"{found.ascii_local_part}@{found.ascii_domain}".lower()


def check_name(name: str) -> None:
    """Raise PersonError for no name, one that shows nothing, or one too long."""
    if not 1 <= len(cleaned_line(name)) <= LONGEST_NAME:
        raise PersonError(f"Give a name of up to {LONGEST_NAME} letters. Any name will do.")


def check_role(role: str) -> None:
    """Raise PersonError for anything but a patient or a clinician."""
    if role not in list(Role):
        raise PersonError("Choose patient or clinician.")


def check_birth_date(born: date | None, today: date) -> None:
    """Raise PersonError for a birth date after `today` or before 1900; None is no answer."""
    if born is not None and not EARLIEST_BIRTH <= born <= today:
        raise PersonError("Give a birth date between 1900 and today, or leave it empty.")
