"""The commands that look after accounts and diaries, on both databases."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from diary.accounts.models import Account, Role
from diary.accounts.store import account_by_email, account_with
from diary.cli import main
from diary.days.store import diary_of
from diary.demo.store import demo_patient

PASSWORD = "eleven brown otters"
CLEO = ("--email", "cleo@example.org", "--role", "patient", "--zone", "Europe/Paris")
MARCH = "date,headache,severity\n2026-03-01,yes,mild\n2026-03-02,no,\n"


@pytest.fixture(autouse=True)
def _same_database(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands use the database of the test."""
    monkeypatch.setenv("DIARY_DATABASE_URL", app.config["SQLALCHEMY_DATABASE_URI"])


@pytest.fixture
def march(tmp_path: Path) -> Path:
    """A file with two days."""
    path = tmp_path / "march.csv"
    path.write_text(MARCH)
    return path


def run(*arguments: str | Path, typed: str = "") -> Result:
    """Run a command, as from the shell."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)


def test_an_account_is_opened_with_a_password_from_standard_input(app: Flask) -> None:
    options = ("--name", "Cleo", "--birth-date", "1990-02-28", "--password-stdin")
    result = run("create-account", *CLEO, *options, typed=f"{PASSWORD}\n")
    assert (result.exit_code, result.stderr) == (0, "")
    with app.app_context():
        cleo = account_with("cleo@example.org", PASSWORD)
    assert cleo is not None
    assert (cleo.name, cleo.role, cleo.time_zone) == ("Cleo", Role.PATIENT, "Europe/Paris")
    assert str(cleo.birth_date) == "1990-02-28"


@pytest.mark.parametrize("typed", [b"eleven brown \xff otters\n", b"eleven brown \0 otters\n"])
def test_a_password_that_nobody_can_type_again_is_refused(app: Flask, typed: bytes) -> None:
    options = ("create-account", *CLEO, "--password-stdin")
    result = CliRunner().invoke(main, options, input=typed)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "plain text" in result.stderr
    with app.app_context():
        assert account_by_email("cleo@example.org") is None


def test_a_closed_standard_input_is_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as closed:
        closed.setattr("diary.cli_accounts.sys", SimpleNamespace(stdin=None))
        result = run("create-account", *CLEO, "--password-stdin")
    assert result.exit_code == 1
    assert "15 characters" in result.stderr


def test_the_password_is_asked_for_and_not_shown() -> None:
    result = run("create-account", *CLEO, typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert result.exit_code == 0
    assert PASSWORD not in result.output


@pytest.mark.parametrize(
    ("options", "password", "reason"),
    [
        (CLEO, "short", "15 characters"),
        (CLEO, "", "15 characters"),
        ((*CLEO, "--zone", "../../etc/passwd"), PASSWORD, "time zone"),
        ((*CLEO, "--email", "nowhere"), PASSWORD, "e-mail address"),
        ((*CLEO, "--birth-date", "2099-01-01"), PASSWORD, "birth date"),
        ((*CLEO, "--name", "x" * 101), PASSWORD, "name"),
        ((*CLEO, "--name", "\u200b\u2800"), PASSWORD, "name"),
        ((*CLEO, "--name", "\udcff"), PASSWORD, "letters"),
    ],
)
def test_an_account_that_cannot_be_opened_is_refused_in_one_line(
    options: tuple[str, ...], password: str, reason: str
) -> None:
    result = run("create-account", *options, "--password-stdin", typed=password)
    assert result.exit_code == 1
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_known_address_is_refused(anna: Account) -> None:
    options = ("--email", anna.email.upper(), "--role", "patient", "--password-stdin")
    result = run("create-account", *options, typed=PASSWORD)
    assert result.exit_code == 1
    assert "account with this e-mail address already" in result.stderr


def test_a_role_that_is_none_is_wrong_usage() -> None:
    assert run("create-account", *CLEO, "--role", "admin").exit_code == 2


def test_a_file_is_imported_and_exported_again(
    app: Flask, anna: Account, march: Path, tmp_path: Path
) -> None:
    result = run("import", "--email", anna.email, march)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "2 new"
    with app.app_context():
        assert len(diary_of(anna)) == 2

    again = run("import", "--email", anna.email, march)
    assert again.stdout.splitlines()[:2] == ["0 new", "2 recorded already"]

    output = tmp_path / "out.csv"
    to_file = run("export", "--email", anna.email, "--format", "csv", "-o", output)
    to_stdout = run("export", "--email", anna.email, "--format", "csv")
    assert to_file.exit_code == to_stdout.exit_code == 0
    assert output.read_bytes() == to_stdout.stdout_bytes
    assert b"2026-03-01,yes,mild" in output.read_bytes()


def test_what_differs_is_kept_unless_replaced(app: Flask, anna: Account, march: Path) -> None:
    run("import", "--email", anna.email, march)
    march.write_text(MARCH.replace("mild", "severe"))
    assert "1 different, kept" in run("import", "--email", anna.email, march).stdout
    assert "1 different, taken" in run("import", "--email", anna.email, "--replace", march).stdout
    with app.app_context():
        assert [day.severity for day in diary_of(anna)] == ["severe", None]


def test_a_file_with_a_bad_row_is_refused_as_a_whole(
    app: Flask, anna: Account, march: Path
) -> None:
    march.write_text(MARCH + "2026-03-03,perhaps,\n2090-01-01,no,\n")
    result = run("import", "--email", anna.email, march)
    first, *others = result.stderr.splitlines()
    assert result.exit_code == 1
    assert first.startswith("2 bad rows")
    assert [line.split(":")[0] for line in others] == ["line 4", "line 5"]
    with app.app_context():
        assert len(diary_of(anna)) == 0


def test_sessions_and_preventives_are_imported_by_their_format(
    anna: Account, tmp_path: Path
) -> None:
    path = tmp_path / "file.csv"
    for source, content in (
        ("sessions-csv", "date,units\n2026-03-01,155\n"),
        ("preventives-csv", "medicine\ntopiramate\n"),
    ):
        path.write_text(content)
        result = run("import", "--email", anna.email, "--format", source, path)
        assert result.stdout.startswith("1 new")


def test_another_format_is_wrong_usage(anna: Account, march: Path) -> None:
    assert run("import", "--email", anna.email, "--format", "pdf", march).exit_code == 2
    assert run("export", "--email", anna.email, "--format", "pdf").exit_code == 2


def test_an_unknown_address_and_a_clinician_have_no_diary(dr_chen: Account, march: Path) -> None:
    for email in ("nobody@example.org", dr_chen.email):
        for command in (("import", march), ("export", "--format", "csv")):
            result = run(command[0], "--email", email, *command[1:])
            assert result.exit_code == 1
            assert result.stderr.count("\n") == 1


def test_a_file_that_cannot_be_written_is_told(anna: Account, tmp_path: Path) -> None:
    result = run("export", "--email", anna.email, "--format", "csv", "-o", tmp_path)
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_an_account_is_erased_with_its_diary(app: Flask, anna: Account, march: Path) -> None:
    run("import", "--email", anna.email, march)
    assert run("erase-account", "--email", anna.email).exit_code == 0
    with app.app_context():
        assert account_by_email(anna.email) is None
        assert len(diary_of(anna)) == 0
    assert run("erase-account", "--email", anna.email).exit_code == 1


def test_the_demo_is_told_and_told_anew(app: Flask) -> None:
    for _ in range(2):
        assert run("demo").exit_code == 0
    with app.app_context():
        assert len(diary_of(demo_patient())) > 600


def test_settings_that_are_wrong_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARY_DATABASE_URL", "mysql://")
    result = run("demo")
    assert result.exit_code == 1
    assert "DIARY_DATABASE_URL" in result.stderr


def test_an_empty_database_is_told_which_command_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARY_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    result = run("demo")
    assert result.exit_code == 1
    assert "db upgrade" in result.stderr


def test_a_database_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for url in (f"sqlite:///{tmp_path}/missing/diary.sqlite3", "postgresql://localhost:1/none"):
        monkeypatch.setenv("DIARY_DATABASE_URL", url)
        result = run("demo")
        assert result.exit_code == 1
        assert "The database cannot be used" in result.stderr
