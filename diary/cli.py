"""The commands of `headache-diary`, and of `flask --app diary.app`.

What a command needs is imported when it runs: `assess` works without the app and its database.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from diary.clinical.day import FIRST_DATE, LAST_DATE
from diary.importers.table import FileRefusedError, Parsed
from diary.notation import shown

Item = TypeVar("Item")

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; two centuries of full days are less."""


class RefusedError(click.ClickException):
    """The command cannot do it: exit status 1, and on standard error why and what to do."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is."""
        click.echo(self.message, file=file, err=True)


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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Headache Diary: judge a diary file, and look after accounts and diaries."""


@main.command()
@click.argument("diary", type=click.Path(path_type=Path))
@click.option("--sessions", type=click.Path(path_type=Path), help="Botox sessions as CSV.")
@click.option("--preventives", type=click.Path(path_type=Path), help="Preventives tried as CSV.")
@click.option("--on", type=Day(), help="Judge the diary as it stood on this day.")
@click.option("--birth-date", type=Day(), help="Some rules are for adults.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def assess(
    diary: Path,
    sessions: Path | None,
    preventives: Path | None,
    on: date | None,
    birth_date: date | None,
    as_json: bool,
) -> None:
    """Judge the diary file DIARY without any account or database."""
    from diary.clinical.case import Case
    from diary.clinical.diary import Diary
    from diary.importers.sources.diary_csv import read_diary_csv
    from diary.importers.sources.preventives_csv import read_preventives_csv
    from diary.importers.sources.sessions_csv import read_sessions_csv
    from diary.reports import assessment, assessment_text

    days = Diary(read_file(diary, read_diary_csv))
    case = Case(
        days,
        on=on or days.last_date or LAST_DATE,
        sessions=read_file(sessions, read_sessions_csv) if sessions else (),
        preventives=read_file(preventives, read_preventives_csv) if preventives else None,
        birth_date=birth_date,
    )
    judged = assessment.assess(case)
    if as_json:
        click.echo(json.dumps(assessment.document(judged), indent=2))
    else:
        click.echo(assessment_text.render(judged), nl=False)


def read_file(path: Path, read: Callable[[bytes], Parsed[Item]]) -> tuple[Item, ...]:
    """What the file holds; a file with any bad row is refused as a whole."""
    try:
        parsed = read(_bytes_of(path))
    except FileRefusedError as error:
        raise RefusedError(f"{_name(path)}: {error}") from None
    if parsed.bad_rows:
        raise RefusedError("\n".join(_bad_rows(path, parsed)))
    if parsed.unknown_columns:
        columns = ", ".join(shown(column) for column in parsed.unknown_columns)
        click.echo(f"{_name(path)}: these columns are not used: {columns}", err=True)
    return parsed.items


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = f"{_name(path)} cannot be read: {error.strerror}."
        raise RefusedError(f"{reason} Give the path of a CSV file.") from None
    if len(data) > LARGEST_FILE:
        raise RefusedError(f"{_name(path)} is larger than 64 MB. Give a smaller file.")
    return data


def _bad_rows(path: Path, parsed: Parsed[Item]) -> Iterator[str]:
    number = len(parsed.bad_rows)
    rows = "1 bad row" if number == 1 else f"{number} bad rows"
    yield f"{rows} in {_name(path)}: nothing was done. Correct the file and try again."
    for row in parsed.bad_rows:
        yield f"line {row.line}: {row.reason}"


def _name(path: Path) -> str:
    return click.format_filename(path)
