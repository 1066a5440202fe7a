"""A date and a file are read, or refused in words."""

from datetime import date
from pathlib import Path

import click
import pytest

from diary.cli_input import Day, RefusedError, bytes_of, name_of


def test_a_day_is_read_once_and_left_alone_when_it_is_one() -> None:
    day = Day().convert("2026-03-14", None, None)
    assert day == date(2026, 3, 14)
    assert Day().convert(day, None, None) is day


def test_another_text_is_no_day() -> None:
    with pytest.raises(click.BadParameter, match="2026-03-14"):
        Day().convert("14 March", None, None)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xff\0")
    assert bytes_of(path) == b"\xff\0"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing"
    with pytest.raises(RefusedError, match="missing"):
        bytes_of(path)
    assert name_of(path) == str(path)
