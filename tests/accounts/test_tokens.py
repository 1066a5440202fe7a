"""A token cannot be guessed, and what is kept of it does not tell it."""

from diary.accounts.tokens import LENGTH_OF_A_HASH, hash_of, new_token


def test_a_token_is_256_bits_long_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50
    assert {len(token) for token in tokens} == {43}


def test_the_hash_of_a_token_does_not_hold_it() -> None:
    token = new_token()
    assert len(hash_of(token)) == LENGTH_OF_A_HASH
    assert hash_of(token) != hash_of(token[::-1])
    assert token not in hash_of(token)
