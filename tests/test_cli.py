"""The commands: what they print, and how they refuse."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diary.cli import main
from diary.cli_input import LARGEST_FILE

APRIL = "date,headache,severity\n" + "".join(
    f"2026-04-{day:02d},{'yes,moderate' if day <= 16 else 'no,'}\n" for day in range(1, 31)
)


@pytest.fixture
def april(tmp_path: Path) -> Path:
    """A file with all of April 2026, 16 days of it with headache."""
    path = tmp_path / "april.csv"
    path.write_text(APRIL)
    return path


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    """Run a command, as from the shell."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)


def test_assess_prints_text_to_read(april: Path) -> None:
    result = run("assess", april)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "The diary as it stands on 2026-04-30" in result.stdout
    assert "2026-04    30/30       16*" in result.stdout


def test_assess_prints_one_json_document(april: Path, tmp_path: Path) -> None:
    sessions, preventives = tmp_path / "s.csv", tmp_path / "p.csv"
    sessions.write_text("date,units\n2026-04-20,155\n")
    preventives.write_text("medicine,outcome\ntopiramate,not_effective\n")
    options = ("--sessions", sessions, "--preventives", preventives, "--birth-date", "1980-01-01")
    result = run("assess", april, *options, "--on", "2026-04-25", "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == 0
    assert document["on"] == "2026-04-25"
    assert document["months"][0]["headache_days"]["verdict"] == "met"
    assert document["botox"]["next_due"] == "2026-07-13"


def test_assess_judges_on_the_last_recorded_day_unless_told_otherwise(april: Path) -> None:
    assert json.loads(run("assess", april, "--json").stdout)["on"] == "2026-04-30"


def test_a_day_before_the_diary_began_is_judged_too(april: Path) -> None:
    for output in ((), ("--json",)):
        assert run("assess", april, "--on", "1900-01-01", *output).exit_code == 0


def test_unknown_columns_are_reported_and_not_fatal(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("date,headache,weather\n2026-04-01,yes,rain\n")
    result = run("assess", path, "--json")
    assert result.exit_code == 0
    assert '"weather"' in result.stderr
    assert json.loads(result.stdout)


def test_bad_rows_are_counted_and_then_told_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("date,headache,pain\n2026-04-01,yes,NaN\n2026-04-02,no,\n2026-04-31,no,1e400\n")
    result = run("assess", path)
    first, *others = result.stderr.splitlines()
    assert result.exit_code == 1
    assert result.stdout == ""
    assert first.startswith("2 bad rows")
    assert [line.split(":")[0] for line in others] == ["line 2", "line 4"]


def test_a_quotation_mark_left_open_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text('date,headache,note\n2026-04-01,yes,\n2026-04-02,no,"' + "x\n" * 100_000)
    result = run("assess", path)
    first, *others = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (1, "")
    assert first.startswith("1 bad row")
    assert others == ["line 3: The quotation mark on line 3 is not closed. Close it."]


@pytest.mark.parametrize("option", ["--sessions", "--preventives"])
def test_bad_rows_of_the_other_files_are_refused_by_name(
    april: Path, tmp_path: Path, option: str
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("date,medicine,started\n2026-02-30,topiramate,2026-02-30\n")
    result = run("assess", april, option, other)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"1 bad row in {other}")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "headache"),
        (b"date,headache\n", "no day"),
        (b"sep=|\ndate|headache\n2026-04-01|yes\n", "separator"),
        (b"PK\x03\x04", "spreadsheet"),
        (b"\0", "NUL"),
        (b"date,headache\n2026-04-01,y\0es\n", "NUL"),
        (b"date,headache,note\n2026-04-01,yes,\xff\n", "UTF-8"),
        (APRIL.encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "diary.csv"
    path.write_bytes(content)
    result = run("assess", path)
    assert result.exit_code == 1
    assert result.stderr.startswith(str(path))
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_missing_file_and_a_folder_are_refused_in_one_line(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.csv", tmp_path):
        result = run("assess", path)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"{path} cannot be read")
        assert result.stderr.count("\n") == 1


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "larger than 64 MB" in run("assess", path).stderr


@pytest.mark.parametrize("option", ["--on", "--birth-date"])
@pytest.mark.parametrize(
    "day",
    ["today", "2026-02-30", "2026-2-3", "20260203", "1899-12-31", "2100-01-01", "", "٢٠٢٦-01-01"],
)
def test_an_option_that_is_not_a_date_is_wrong_usage(april: Path, option: str, day: str) -> None:
    assert run("assess", april, option, day).exit_code == 2


@pytest.mark.parametrize(
    "arguments", [("assess",), ("assess", "a", "b"), ("assess", "a", "--xml"), ("guess",)]
)
def test_wrong_usage_has_its_own_exit_status(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_reader_that_leaves_early_sees_no_traceback(april: Path) -> None:
    command = f"{sys.executable} -c 'import diary.cli; diary.cli.main()' assess {april} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "The diary as it stands on 2026-04-30\n"
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_is_told_in_one_line(april: Path) -> None:
    command = [sys.executable, "-c", "import diary.cli; diary.cli.main()", "assess", str(april)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("The output cannot be written")
    assert done.stderr.count("\n") == 1


def test_assess_needs_neither_the_app_nor_its_database(april: Path) -> None:
    program = (
        "import sys, diary.cli\n"
        f"diary.cli.main(['assess', {str(april)!r}], standalone_mode=False)\n"
        "print({'flask', 'sqlalchemy'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("set()\n")
