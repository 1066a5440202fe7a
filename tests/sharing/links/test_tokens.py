"""What opens a link cannot be guessed, and is found in whatever is pasted."""

import pytest

from diary.accounts.tokens import new_token
from diary.sharing.links.tokens import new_pin, token_in

TOKEN = "b" * 20 + "-_" + "7" * 21


def test_every_token_that_is_made_is_found() -> None:
    tokens = [new_token() for _ in range(50)]
    assert [token_in(token) for token in tokens] == tokens


def test_a_pin_has_six_digits_also_when_they_begin_with_0(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(len(new_pin()) == 6 and new_pin().isdigit() for _ in range(200))
    monkeypatch.setattr("secrets.randbelow", lambda _most: 42)
    assert new_pin() == "000042"


@pytest.mark.parametrize(
    "typed", [TOKEN, f"  {TOKEN}\n", f"https://diary.example.org/s/0a1b2c3d#{TOKEN}", f"#{TOKEN}"]
)
def test_a_token_is_found_alone_or_with_its_address(typed: str) -> None:
    assert token_in(typed) == TOKEN


@pytest.mark.parametrize("typed", ["", "#", TOKEN[:-1], TOKEN + "a", TOKEN[:-1] + "=", f"{TOKEN}#"])
def test_what_is_cut_or_padded_is_no_token(typed: str) -> None:
    assert token_in(typed) is None
