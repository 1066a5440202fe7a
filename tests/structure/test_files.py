"""Files stay small and speak of the project alone."""

import re

from tests.structure.project import ROOT, files, name_of

LONGEST_FILE = 280
TEXT = (".cfg", ".css", ".html", ".js", ".json", ".md", ".py", ".toml", ".txt", ".yaml", ".yml", "")
SOMEBODYS_MACHINE = re.compile(r"/(home|root|Users|tmp|work)/\w")


def test_no_file_is_too_long_to_read() -> None:
    lengths = {
        name_of(path): len(path.read_text().splitlines()) for path in files(*TEXT[1:4], ".py")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    texts = {name_of(path): path.read_text() for path in files(*TEXT)}
    assert [name for name, text in texts.items() if SOMEBODYS_MACHINE.search(text)] == []


def test_the_locks_name_packages_and_hashes_but_no_address() -> None:
    for lock in ROOT.glob("requirements*.txt"):
        assert "--hash=sha256:" in lock.read_text()
        assert "://" not in lock.read_text()
