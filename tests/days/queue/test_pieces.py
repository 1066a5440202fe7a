"""A batch is taken to pieces before anything in it is read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.days.queue.pieces import name_in, pieces_of, read_piece

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(items=st.lists(VALUES), indent=st.sampled_from([None, 2]))
def test_every_list_of_items_comes_apart_into_its_items(
    items: list[Any], indent: int | None
) -> None:
    pieces = pieces_of(json.dumps({"items": items}, indent=indent))
    assert pieces is not None
    assert [read_piece(piece) for piece in pieces] == items


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"items": 5}',
        '{"items": [1], "force": true}',
        '{"items": [1]], []}',
        '{"items": [{]}',
    ],
)
def test_what_is_no_list_of_items_has_no_pieces(text: str) -> None:
    assert pieces_of(text) is None


@pytest.mark.parametrize("odd", ['"', '\\"', '"\\', "[", "{,", "]", " ", '"],"', "9"])
def test_two_megabytes_of_anything_come_apart_before_the_tests_give_up(odd: str) -> None:
    pieces = pieces_of(f'{{"items": [{odd * (2**21 // len(odd))}]}}')
    assert pieces is None or len(pieces) <= 2**21


def test_a_number_longer_than_any_of_a_diary_is_not_read_digit_by_digit() -> None:
    assert read_piece("9" * 2_000_000) == float("inf")


def test_the_name_of_an_item_is_found_though_it_cannot_be_read() -> None:
    name = "5b6f1a3e-8d2c-4e7a-9f10-2c3d4e5f6a7b"
    assert name_in(f'{{"client_id": "{name}", "x": nul}}') == name
    assert name_in('{"client_id": 5}') is None
