"""What may be said about a person."""

from datetime import date

import pytest

from diary.accounts.people import PersonError, address_of, check_birth_date, check_name, check_role

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("anna@example.org", "anna@example.org"),
        ("A.K+diary@mail.Example.org ", "a.k+diary@mail.example.org"),
        ("ＡＮＮＡ＠ｅｘａｍｐｌｅ．ｏｒｇ", "anna@example.org"),
        ("\u3000anna@example。org\xa0", "anna@example.org"),
        ("\u200banna@exam\xadple.org\u200e", "anna@example.org"),
        ("anna@MÜLLER.example", "anna@xn--mller-kva.example"),
        ("anna@mu\u0308ller.example", "anna@xn--mller-kva.example"),
        ("anna@XN--MLLER-KVA.example", "anna@xn--mller-kva.example"),
        ("anna@例え.example", "anna@xn--r8jz45g.example"),
    ],
)
def test_an_address_mail_could_reach_has_one_form(typed: str, address: str) -> None:
    assert address_of(typed) == address
    assert address_of(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "anna", "anna@", "@example.org", "a b@example.org", "anna@example", "änna@example.org",
     "a@b@example.org", "a" * 243 + "@example.org", "anna@example.org\x00", "anna@\ud800.org"],
)  # fmt: skip
def test_an_address_mail_could_not_reach_is_refused(address: str) -> None:
    with pytest.raises(PersonError, match=r"anna@example\.org"):
        address_of(address)


@pytest.mark.parametrize("name", ["A", "Ἄννα", "x" * 100])
def test_any_name_up_to_100_letters_will_do(name: str) -> None:
    check_name(name)


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "\u200b", "\u2800\u3164", "\u0301"])
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
