"""The commands that look after accounts and diaries; each opens the app by itself."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from diary.cli_input import Day, RefusedError, bytes_of, name_of, read_content

if TYPE_CHECKING:
    from flask_sqlalchemy import SQLAlchemy

    from diary.accounts.models import Account

Item = TypeVar("Item")

COUNTED = {
    "new": "new",
    "same": "recorded already",
    "replaced": "different, taken from the file",
    "kept": "different, kept as recorded",
}


@click.command()
@click.option("--email", required=True, help="The address to sign in with.")
@click.option("--role", required=True, type=click.Choice(["patient", "clinician"]))
@click.option("--name", help="What to call the person; the start of the address if left out.")
@click.option("--zone", default="UTC", show_default=True, help="Time zone, as in Europe/London.")
@click.option("--birth-date", type=Day())
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def create_account(
    email: str,
    role: str,
    name: str | None,
    zone: str,
    birth_date: date | None,
    password_stdin: bool,
) -> None:
    """Open an account; asks for the password unless it comes from standard input."""
    password = _password(from_stdin=password_stdin)
    with _app():
        from diary.accounts import store

        store.create_account(
            email=email,
            role=role,
            name=name or email.partition("@")[0],
            time_zone=zone,
            password=password,
            birth_date=birth_date,
        )
    click.echo("The account is open.")


@click.command("import")
@click.option("--email", required=True, help="Whose diary the file goes into.")
@click.option("--format", "source_name", default="csv", show_default=True, help="What it holds.")
@click.option("--replace", is_flag=True, help="Where the diary differs, take what the file has.")
@click.argument("file", type=click.Path(path_type=Path))
def import_(email: str, source_name: str, replace: bool, file: Path) -> None:
    """Bring FILE into a diary, as a whole or not at all."""
    from diary.importers.registry import all_sources

    source = _chosen(source_name, all_sources())
    with _app():
        from diary.importers import store

        patient, content = _patient(email), bytes_of(file)
        read_content(file, content, lambda given: store.read_for(patient, source, given))
        run = store.keep_file(patient, source, content)
        done = store.store_import(patient, run.id, take_file=replace)
        counts = done.counts if done else None
    for name, number in (counts or {}).items():
        click.echo(f"{number} {COUNTED[name]}")


@click.command()
@click.option("--email", required=True, help="Whose diary to write.")
@click.option("--format", "format_name", required=True, help="csv, for example.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file to write.")
def export(email: str, format_name: str, output: Path | None) -> None:
    """Write a diary to a file, or to standard output."""
    from diary.exporters.registry import all_formats

    chosen = _chosen(format_name, all_formats())
    with _app():
        from diary.exporters.store import recorded_by

        content = chosen.write(recorded_by(_patient(email)))
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        reason = f"{name_of(output)} cannot be written: {error.strerror}."
        raise RefusedError(f"{reason} Give another path.") from None


@click.command()
@click.option("--email", required=True, help="Whose account to erase.")
def erase_account(email: str) -> None:
    """Erase a person and everything they recorded, at once and for good."""
    with _app():
        from diary.accounts import store

        store.erase_account(_account(email))
    click.echo("The account and its diary are erased.")


@click.command()
def demo() -> None:
    """Create the demo diary, or tell it anew up to today."""
    with _app():
        from diary.demo.store import renew_demo

        renew_demo()
    click.echo("The demo diary is told up to today: open /demo.")


@contextmanager
def _app() -> Iterator[None]:
    """Be inside the app on a database that fits; what it refuses is told in one line."""
    from sqlalchemy.exc import DBAPIError

    from config import Settings, StartError
    from diary.app import build_app
    from diary.database import db
    from diary.web.errors import DiaryError
    from diary.web.schema import require_current_schema

    try:
        with build_app(Settings.from_environment()).app_context(), _closed_at_the_end(db):
            require_current_schema()
            yield
    except (DiaryError, StartError) as error:
        raise RefusedError(str(error)) from None
    except DBAPIError:
        raise RefusedError("The database cannot be used. Start it, and try again.") from None
    except UnicodeEncodeError:
        raise RefusedError("A name has letters that cannot be kept. Type it anew.") from None


@contextmanager
def _closed_at_the_end(db: "SQLAlchemy") -> Iterator[None]:
    try:
        yield
    finally:
        db.session.remove()
        db.engine.dispose()


def _account(email: str) -> "Account":
    from diary.accounts.store import account_by_email

    account = account_by_email(email)
    if account is None:
        raise RefusedError("There is no account with this e-mail address. Check the address.")
    return account


def _patient(email: str) -> "Account":
    account = _account(email)
    if not account.is_patient:
        raise RefusedError("This account keeps no diary: it belongs to a clinician.")
    return account


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return _typed(sys.stdin.buffer.readline() if sys.stdin else b"")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


def _typed(line: bytes) -> str:
    """Refuse a password that nobody could type again on the sign-in page."""
    try:
        typed = line.rstrip(b"\r\n").decode()
    except UnicodeDecodeError:
        typed = "\0"
    if "\0" in typed:
        raise RefusedError("The password is not UTF-8 text. Send it as plain text.")
    return typed


def _chosen(name: str, choices: Mapping[str, Item]) -> Item:
    if name not in choices:
        raise click.BadParameter(f"Choose one of: {', '.join(choices)}.", param_hint="--format")
    return choices[name]
