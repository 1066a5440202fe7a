"""A batch in pieces: the text of each item by itself, so that none can spoil the others."""

import json
import re
from typing import Any

FRAME = re.compile(r'\s*\{\s*"items"\s*:\s*\[(.*)\]\s*\}\s*', re.DOTALL)
SIGN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{},]', re.DOTALL)
NAMED = re.compile(r'"client_id"\s*:\s*"([0-9A-Fa-f-]{36})"')
LONGEST_NUMBER = 19
"""Signs of a whole number; nothing of a diary needs more, and reading more takes long."""


def pieces_of(text: str) -> list[str] | None:
    """The text of each item of {"items": [...]}; None for anything else."""
    frame = FRAME.fullmatch(text)
    return None if frame is None else _parted(frame[1])


def _parted(inside: str) -> list[str] | None:
    """The parts between the commas that stand in no bracket and in no text."""
    depth, starts = 0, [0]
    for sign in SIGN.finditer(inside):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(sign[0], 0)
        if depth < 0:
            return None
        if sign[0] == "," and not depth:
            starts.append(sign.end())
    ends = [*(start - 1 for start in starts[1:]), len(inside)]
    parts = [inside[start:end] for start, end in zip(starts, ends, strict=True)]
    return None if depth else [] if not inside.strip() else parts


def read_piece(piece: str) -> Any:
    """What an item says. Raises ValueError or RecursionError."""
    return json.loads(piece, parse_int=_whole)


def name_in(piece: str) -> str | None:
    """The client id that stands in an item which cannot be read."""
    found = NAMED.search(piece)
    return found and found[1]


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= LONGEST_NUMBER else float("inf")
