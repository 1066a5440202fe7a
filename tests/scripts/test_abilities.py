"""What the scripts use of a browser is listed, with the first browsers that have it."""

import json
import shutil
import subprocess
import tomllib
from pathlib import Path

from tests.machine import need
from tests.npm_file import package_file
from tests.structure.project import ROOT

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "abilities.toml").read_text())
PARSER = ("acorn", "8.19.0", "dist/acorn.js")
VERSIONS = ("@mdn/browser-compat-data", "8.1.9", "data.json")


def used(folder: Path) -> dict[str, list[str]]:
    """The parts of a browser that the scripts name, each with the first that have it."""
    node = need(shutil.which("node"), "Node", "nodejs")
    tools = [fetched(folder / name, *package) for name, package in (("a", PARSER), ("b", VERSIONS))]
    scripts = sorted(str(path) for path in (ROOT / "static").rglob("*.js"))
    run = subprocess.run(
        [node, HERE / "abilities.mjs", *tools, str(TABLE["syntax"]), *scripts],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


def fetched(folder: Path, package: str, version: str, path: str) -> Path:
    """Put a file of an npm package into a folder."""
    folder.mkdir()
    file = folder / Path(path).name
    file.write_bytes(package_file(package, version, path, folder))
    return file


def is_older(first: list[str]) -> bool:
    """Say whether the oldest browsers that run the scripts have it."""
    return all(
        one != "no" and float(one) <= float(oldest)
        for one, oldest in zip(first, TABLE["oldest"], strict=True)
    )


def test_every_part_of_a_browser_that_the_scripts_use_is_listed(tmp_path: Path) -> None:
    found = used(tmp_path)
    older, ours = TABLE["older"]["names"], TABLE["ours"]["names"]
    assert set(found) == {*older, *ours, *TABLE["apis"]}
    assert [name for name in older if not is_older(found[name])] == []
    assert {name: found[name] for name in TABLE["apis"]} == {
        name: one["since"] for name, one in TABLE["apis"].items()
    }


def test_what_may_be_missing_says_what_stands_in_for_it() -> None:
    rows = {**TABLE["apis"], **TABLE["beside"]}
    assert [name for name, one in rows.items() if not one["instead"]] == []
