"""What opens a link: its token, of which a hash is kept, and its PIN."""

import re
import secrets
from hashlib import sha256

PIN_DIGITS = 6
_TOKEN_BYTES = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def new_token() -> str:
    """Return 256 random bits as 43 letters, digits, - and _."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def new_pin() -> str:
    """Return six random digits."""
    return f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"


def new_public_id() -> str:
    """Return eight hex digits that name a link in its address and open nothing."""
    return secrets.token_hex(4)


def hash_of(token: str) -> str:
    """Return what the database keeps of a token."""
    return sha256(token.encode()).hexdigest()


def token_in(text: str) -> str | None:
    """Return the token typed or pasted alone or with its whole address; None if there is none."""
    typed = text.strip().rpartition("#")[2]
    return typed if _TOKEN.fullmatch(typed) else None
