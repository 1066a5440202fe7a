"""What an action leaves to say on the next page."""

from typing import Any

from flask import flash


def say_with_undo(text: str, undo: str) -> None:
    """Say that it is done, beside a button that takes it back by posting to the address `undo`."""
    message: Any = {"text": text, "undo": undo}
    flash(message)
