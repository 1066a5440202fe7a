"""What the address of a list says: only what it knows, and never an error."""

import pytest

from diary.clinic.patients.choice import Choice, Only, Order, read_choice


def test_a_choice_is_read_back_from_its_own_address() -> None:
    choice = Choice(order=Order.DUE, only=Only.OVERUSE, name="Ada & Co", page=3)
    said = dict(part.split("=") for part in choice.query.split("&"))
    assert said == {"order": "due", "only": "overuse", "name": "Ada+%26+Co", "page": "3"}
    assert read_choice({**said, "name": "Ada & Co"}) == choice


def test_what_is_usual_is_not_said() -> None:
    assert Choice().query == ""
    assert read_choice({}) == Choice()


@pytest.mark.parametrize("page", ["0", "-1", "x", "1e9", "²", "", "1.5"])
def test_odd_pages_are_the_first(page: str) -> None:
    assert read_choice({"page": page}).page == 1


def test_odd_words_are_the_usual_ones() -> None:
    assert read_choice({"order": "drop table", "only": "NaN"}) == Choice()


def test_another_order_begins_again_on_the_first_page() -> None:
    assert Choice(page=4, name="a").ordered(Order.DUE) == Choice(order=Order.DUE, name="a")
