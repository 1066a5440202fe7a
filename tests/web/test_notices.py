"""What was done is said on the next page, with a button that takes it back."""

from typing import Any

from flask import Flask, get_flashed_messages

from diary.web.notices import say_with_undo


def test_the_words_travel_with_the_address_that_takes_it_back(app: Flask) -> None:
    with app.test_request_context():
        say_with_undo("Saved.", "/days/changes/7/reversal")
        said: list[Any] = get_flashed_messages()
    assert said == [{"text": "Saved.", "undo": "/days/changes/7/reversal"}]
