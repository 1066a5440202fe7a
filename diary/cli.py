"""The commands of `headache-diary`, and of `flask --app diary.app`.

What a command needs is imported when it runs: `assess` works without the app and its database.
"""

import json
from datetime import date
from pathlib import Path

import click

from diary import cli_accounts
from diary.cli_input import Commands, Day, read_file
from diary.clinical.day import LAST_DATE


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


for command in (
    cli_accounts.create_account,
    cli_accounts.import_,
    cli_accounts.export,
    cli_accounts.erase_account,
    cli_accounts.demo,
):
    main.add_command(command)
