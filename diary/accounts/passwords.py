"""Passwords: long, not easily guessed, and kept as an argon2id hash only.

Length, no rules of composition and a list of known passwords follow NIST SP 800-63B-4,
section 3.1.1.2 (https://pages.nist.gov/800-63-4/sp800-63b.html).
"""

import unicodedata
from functools import cache
from importlib.resources import files

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from diary.web.errors import DiaryError

SHORTEST = 15
LONGEST = 200
SIGNS_A_CHARACTER = 3
FEWEST_CHARACTERS = 5
LEAST_OF_ITS_OWN = 8
OWN_WORDS = ("headache", "migraine", "diary", "password")
RUNS = ("0123456789" * 3, "abcdefghijklmnopqrstuvwxyz" * 2, "qwertyuiopasdfghjklzxcvbnm" * 2)
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


class WeakPasswordError(DiaryError):
    """The password would be guessed; the message says why."""


def check_password(password: str, *about: str) -> None:
    """Raise WeakPasswordError if it is short, well known or made from words `about` its owner."""
    if len(password) < SHORTEST:
        raise WeakPasswordError(f"Use {SHORTEST} characters or more. Four or five words do well.")
    plain = _plain(password)
    if len(plain) > LONGEST:
        raise WeakPasswordError(f"Use {LONGEST} characters or fewer.")
    if reason := _reason_to_refuse(plain.lower(), about):
        raise WeakPasswordError(f"{reason} Choose one that nobody would guess.")


def hash_of(password: str) -> str:
    """Return the argon2id hash of a password (19 MiB, two passes, one lane)."""
    return HASHER.hash(_plain(password))


def matches(password: str, password_hash: str | None) -> bool:
    """Say whether this is the password; for nobody's hash, say no after the same time."""
    try:
        return HASHER.verify(password_hash or _nobody(), _plain(password))
    except (VerificationError, InvalidHashError, WeakPasswordError):
        return False


def _plain(password: str) -> str:
    """Return the same text whichever keyboard composed its accents.

    A far longer one is refused before: its accents would take minutes.
    """
    if len(password) > LONGEST * SIGNS_A_CHARACTER:
        raise WeakPasswordError(f"Use {LONGEST} characters or fewer.")
    return unicodedata.normalize("NFC", password)


@cache
def _nobody() -> str:
    return HASHER.hash("the password of nobody at all")


def _reason_to_refuse(password: str, about: tuple[str, ...]) -> str | None:
    if password in _known():
        return "This is one of the passwords most often used."
    if len(set(password)) < FEWEST_CHARACTERS or password in (password * 2)[1:-1]:
        return "This repeats the same few characters."
    if any(password in run or password[::-1] in run for run in RUNS):
        return "This follows the keyboard or the alphabet."
    if len(_without_words(password, about)) < LEAST_OF_ITS_OWN:
        return "This is too close to your name, your e-mail address or this diary."
    return None


def _without_words(password: str, about: tuple[str, ...]) -> str:
    words = [part for text in about for part in (text, *text.replace("@", " ").split())]
    for word in sorted((*words, *OWN_WORDS), key=len, reverse=True):
        password = password.replace(word.lower(), "")
    return password


@cache
def _known() -> frozenset[str]:
    text = files("diary.accounts").joinpath("known_passwords.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
