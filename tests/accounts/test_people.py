"""What may be said about a person."""

from datetime import date

import pytest

from diary.accounts.people import PersonError, check_birth_date, check_email, check_name, check_role

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize("address", ["anna@example.org", "A.K+diary@mail.example.org"])
def test_an_address_mail_could_reach_is_taken(address: str) -> None:
    check_email(address)


@pytest.mark.parametrize(
    "address",
    ["", "anna", "anna@", "@example.org", "a b@example.org", "anna@example", "änna@example.org",
     "a@b@example.org", "a" * 243 + "@example.org", "anna@example.org\x00", "anna@\ud800.org"],
)  # fmt: skip
def test_an_address_mail_could_not_reach_is_refused(address: str) -> None:
    with pytest.raises(PersonError, match=r"anna@example\.org"):
        check_email(address)


@pytest.mark.parametrize("name", ["A", "Ἄννα", "x" * 100])
def test_any_name_up_to_100_letters_will_do(name: str) -> None:
    check_name(name)


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_no_name_and_a_longer_one_are_refused(name: str) -> None:
    with pytest.raises(PersonError, match="100 letters"):
        check_name(name)


def test_there_are_two_roles() -> None:
    check_role("patient")
    check_role("clinician")
    with pytest.raises(PersonError):
        check_role("admin")


@pytest.mark.parametrize("born", [None, date(1900, 1, 1), TODAY])
def test_a_birth_date_lies_between_1900_and_today(born: date | None) -> None:
    check_birth_date(born, TODAY)


@pytest.mark.parametrize("born", [date(1899, 12, 31), date(2026, 3, 15)])
def test_a_birth_date_outside_is_refused(born: date) -> None:
    with pytest.raises(PersonError, match="between 1900 and today"):
        check_birth_date(born, TODAY)
