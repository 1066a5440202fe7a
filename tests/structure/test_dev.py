"""The two commands of the README, as far as they need no network."""

import socket
from pathlib import Path

import pytest

import dev


def test_a_busy_port_is_refused_with_advice() -> None:
    with socket.socket() as other:
        other.bind((dev.ADDRESS, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=rf"Port {port} cannot be used .*--port"):
            dev.refuse_busy_port(port)
    dev.refuse_busy_port(port)


@pytest.mark.parametrize("port", [-1, 0, 65536])
def test_a_port_that_does_not_exist_is_refused(port: int) -> None:
    with pytest.raises(SystemExit, match=f"Port {port} does not exist"):
        dev.refuse_busy_port(port)


def test_an_unknown_command_names_the_known_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["dev.py", "fly"])
    with pytest.raises(SystemExit, match=r"run \| test"):
        dev.main()


def test_nothing_is_installed_twice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stamp = tmp_path / "installed"
    stamp.write_text(dev.fingerprint(dev.DEV_LOCK))
    monkeypatch.setattr(dev, "INSTALLED", stamp)
    monkeypatch.setattr(dev, "find_uv", lambda: pytest.fail("installed again"))
    dev.install(dev.DEV_LOCK)
    dev.install(dev.RUN_LOCK, or_more=dev.DEV_LOCK)
