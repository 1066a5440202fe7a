"""Tokens: what somebody holds to be let in. The database keeps a hash of each, never the token."""

import hashlib
import secrets

TOKEN_BYTES = 32
LENGTH_OF_A_HASH = 64


def new_token() -> str:
    """Return 256 random bits as 43 letters, digits, - and _."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """Return what the database keeps of a token, in 64 hex digits."""
    return hashlib.sha256(token.encode()).hexdigest()
