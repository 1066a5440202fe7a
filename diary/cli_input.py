"""What the commands are given: dates and files, and how they refuse them."""

import errno
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from diary.clinical.day import FIRST_DATE, LAST_DATE
from diary.importers.table import Parsed
from diary.importers.text import FileRefusedError
from diary.notation import shown

Item = TypeVar("Item")

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; two centuries of full days are less."""


class RefusedError(click.ClickException):
    """The command cannot do it: exit status 1, and on standard error why and what to do."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is."""
        click.echo(self.message, file=file, err=True)


class Commands(click.Group):
    """Commands that say so in one line when what they print cannot be written, as on a full disk."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            reason = f"The output cannot be written: {error.strerror}."
            raise RefusedError(f"{reason} Make room and try again.") from None


class Day(click.ParamType[date]):
    """A calendar date written YYYY-MM-DD; anything else is wrong usage."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The date; fails with exit status 2."""
        if isinstance(value, date):
            return value
        try:
            written = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value))
            day = date.fromisoformat(str(value)) if written else None
        except ValueError:
            day = None
        if day is None or not FIRST_DATE <= day <= LAST_DATE:
            self.fail(f"{value!r} is not a date. Write it as in 2026-03-14.", param, ctx)
        return day


def read_file(path: Path, read: Callable[[bytes], Parsed[Item]]) -> tuple[Item, ...]:
    """What the file holds; a file with any bad row is refused as a whole."""
    return read_content(path, bytes_of(path), read)


def read_content(
    path: Path, content: bytes, read: Callable[[bytes], Parsed[Item]]
) -> tuple[Item, ...]:
    """The same for a file whose bytes are known; `path` is for the messages."""
    try:
        parsed = read(content)
    except FileRefusedError as error:
        raise RefusedError(f"{name_of(path)}: {error}") from None
    if parsed.bad_rows:
        raise RefusedError("\n".join(_bad_rows(path, parsed)))
    if parsed.unknown_columns:
        columns = ", ".join(shown(column) for column in parsed.unknown_columns)
        click.echo(f"{name_of(path)}: these columns are not used: {columns}", err=True)
    return parsed.items


def bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = f"{name_of(path)} cannot be read: {error.strerror}."
        raise RefusedError(f"{reason} Give the path of a CSV file.") from None
    if len(data) > LARGEST_FILE:
        raise RefusedError(f"{name_of(path)} is larger than 64 MB. Give a smaller file.")
    return data


def _bad_rows(path: Path, parsed: Parsed[Item]) -> Iterator[str]:
    number = len(parsed.bad_rows)
    rows = "1 bad row" if number == 1 else f"{number} bad rows"
    yield f"{rows} in {name_of(path)}: nothing was done. Correct the file and try again."
    for row in parsed.bad_rows:
        yield f"line {row.line}: {row.reason}"


def name_of(path: Path) -> str:
    return click.format_filename(path)
