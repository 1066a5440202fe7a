"""What a page says after something was saved, with the way to take it back."""

from datetime import date

from flask import flash, url_for


def say_saved(text: str, change: str, on: date | None = None) -> None:
    """Show `text` with an Undo on the next page; undoing leads to the day `on`, or to today."""
    undo = url_for("days.reverse_change", change=change, day=on)
    flash({"text": text, "undo": undo})  # type: ignore[arg-type]
