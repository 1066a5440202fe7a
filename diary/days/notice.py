"""What a page says after something was saved, with the way to take it back."""

from datetime import date

from flask import url_for

from diary.web.notices import say_with_undo


def say_saved(text: str, change: str, on: date | None = None) -> None:
    """Show `text` with an Undo on the next page; undoing leads to the day `on`, or to today."""
    say_with_undo(text, url_for("days.reverse_change", change=change, day=on))
