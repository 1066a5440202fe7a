"""Passwords are long, not easily guessed, and kept as a hash only."""

import pytest

from diary.accounts.passwords import (
    WeakPasswordError,
    check_password,
    hash_of,
    matches,
)

ABOUT = ("anna.keller@example.org", "Anna Keller")


@pytest.mark.parametrize(
    "password",
    [
        "fifteen letters",
        "ein Igel fährt Rad",
        "絵文字もパスワードに使えますよ？",
        "two words Keller hums",
        "x" * 100 + "abcdefgh" * 12 + "9876",
    ],
)
def test_a_long_password_of_any_letters_is_taken(password: str) -> None:
    check_password(password, *ABOUT)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("fourteen chars", "15 characters or more"),
        ("", "15 characters or more"),
        ("quiet herons on " * 13, "200 characters or fewer"),
        ("passwordpassword", "most often used"),
        ("PasswordPassword", "most often used"),
        ("correcthorsebatterystaple", "most often used"),
        ("aaaaaaaaaaaaaaaa", "repeats"),
        ("abababababababcd", "repeats"),
        ("herons! herons! ", "repeats"),
        ("23456789012345678", "keyboard or the alphabet"),
        ("zyxwvutsrqponmlkj", "keyboard or the alphabet"),
        ("asdfghjklzxcvbnm", "keyboard or the alphabet"),
        ("anna.keller@example.org", "too close"),
        ("Anna Keller 1980", "too close"),
        ("headache diary 26", "too close"),
    ],
)
def test_a_password_that_would_be_guessed_is_refused_with_the_reason(
    password: str, reason: str
) -> None:
    with pytest.raises(WeakPasswordError, match=reason):
        check_password(password, *ABOUT)


@pytest.mark.parametrize("length", [15, 200])
def test_the_shortest_and_the_longest_password_are_taken(length: int) -> None:
    check_password(("nine pale curlews fly " * 9 + "over us")[:length])


@pytest.mark.parametrize("accented", ["\u00e9", "e\u0301"])
def test_accents_do_not_count_as_characters(accented: str) -> None:
    check_password("nine pale curlews" + f"{accented}abc" * 45)
    with pytest.raises(WeakPasswordError, match="200 characters or fewer"):
        check_password("nine pale curlews" + f"{accented}abc" * 46)


def test_a_megabyte_of_accents_is_no_password() -> None:
    long = "nine pale curlews" + "\u0316\u0300" * 2**18
    with pytest.raises(WeakPasswordError, match="200 characters or fewer"):
        check_password(long)
    with pytest.raises(WeakPasswordError, match="200 characters or fewer"):
        hash_of(long)
    assert not matches(long, hash_of("nine pale curlews"))
    assert not matches(long, None)


def test_a_hash_is_argon2id_with_the_chosen_cost_and_tells_nothing() -> None:
    hashed = hash_of("nine pale curlews")
    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert hashed != hash_of("nine pale curlews")
    assert matches("nine pale curlews", hashed)
    assert not matches("nine pale curlew", hashed)


def test_one_letter_composed_two_ways_is_one_password() -> None:
    assert matches("un caf\u00e9 bien serr\u00e9", hash_of("un cafe\u0301 bien serre\u0301"))


def test_nobodys_password_matches_nothing() -> None:
    assert not matches("nine pale curlews", None)
    assert not matches("", "")
