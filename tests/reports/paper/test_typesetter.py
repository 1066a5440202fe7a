"""The typesetter sets what it is given, and can reach nothing else."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from diary.reports.paper import typesetter

BY_ITSELF = "import sys, typst; typst.compile(open(sys.argv[1], 'rb').read())"
A_PACKAGE = '#import "@preview/no-such-package:0.1.0": *'
SOON = 20


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A door to the network that notes who knocks."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(1)
        yield door


def run(
    folder: Path, template: str, *command: str, network: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Set a template in type, or do what another command does with it."""
    (folder / "template.typ").write_text(template)
    how = command or ("-I", typesetter.__file__)
    gateway = {"HTTPS_PROXY": f"http://127.0.0.1:{network}"} if network else {}
    return subprocess.run(
        [sys.executable, *how, "template.typ"],
        input=b"{}",
        capture_output=True,
        cwd=folder,
        env=gateway,
        timeout=SOON,
        check=False,
    )


def knocked(door: socket.socket) -> bool:
    """Whether anybody came to the door."""
    try:
        door.accept()[0].close()
    except TimeoutError:
        return False
    return True


def test_it_sets_type(tmp_path: Path) -> None:
    done = run(tmp_path, "#set document(title: [A])\n= Hello")
    assert (done.returncode, done.stdout[:5]) == (0, b"%PDF-")


def test_it_reads_no_file_not_even_beside_the_template(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("a secret")
    template = '#set document(title: [A])\n#read("secret.txt")'
    assert run(tmp_path, template, "-c", BY_ITSELF).returncode == 0
    done = run(tmp_path, template)
    assert (done.returncode, done.stdout) == (1, b"")


def test_it_fetches_nothing(tmp_path: Path, listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    with pytest.raises(subprocess.TimeoutExpired):
        # Without the walls it waits for an answer.
        subprocess.run(
            [sys.executable, "-c", BY_ITSELF, _written(tmp_path)],
            env={"HTTPS_PROXY": f"http://127.0.0.1:{port}"},
            timeout=2,
            capture_output=True,
            check=False,
        )
    assert knocked(listener)
    assert run(tmp_path, A_PACKAGE, network=port).returncode == 1
    assert not knocked(listener)


def test_it_gives_up_a_page_without_end(tmp_path: Path) -> None:
    script = tmp_path / "hurried.py"
    bounded = Path(typesetter.__file__).read_text().replace("MOST_SECONDS = 10", "MOST_SECONDS = 1")
    script.write_text(bounded)
    endless = "#for a in range(9000) { for b in range(9000) { for c in range(9000) { } } }"
    done = run(tmp_path, endless, "-I", str(script))
    assert done.returncode < 0


def test_signs_without_a_letter_in_the_font_still_make_a_report(tmp_path: Path) -> None:
    done = run(tmp_path, "#set document(title: [A])\n\U0001f600 \u6f22")
    assert (done.returncode, done.stdout[:5]) == (0, b"%PDF-")


def _written(folder: Path) -> str:
    path = folder / "package.typ"
    path.write_text(A_PACKAGE)
    return str(path)
