"""What a link is opened with: its PIN, its public name, and its token in whatever was pasted."""

import re
import secrets

from diary.clinical.text import plain

PIN_DIGITS = 6
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def new_pin() -> str:
    """Return six random digits."""
    return f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"


def new_public_id() -> str:
    """Return eight hex digits that name a link in its address and open nothing."""
    return secrets.token_hex(4)


def token_in(text: str) -> str | None:
    """Return the token typed or pasted alone or with its whole address; None if there is none."""
    typed = plain(text).rpartition("#")[2]
    return typed if _TOKEN.fullmatch(typed) else None
