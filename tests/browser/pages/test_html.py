"""Every page is valid HTML, as html-validate from npm judges."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.places import DANAS, READERS, VISITORS, shared
from tests.npm_file import give_up

VALIDATOR = "html-validate@9.7.1"
RULES = {"root": True, "extends": ["html-validate:standard"]}


def test_a_visitors_pages_are_valid(page: Page, tmp_path: Path) -> None:
    assert faults(page, VISITORS, tmp_path) == []


def test_a_patients_pages_are_valid(danas_page: Page, tmp_path: Path) -> None:
    assert faults(danas_page, DANAS, tmp_path) == []


def test_a_clinicians_pages_are_valid(readers_page: Page, tmp_path: Path) -> None:
    places = [shared(readers_page, place) for place in READERS]
    assert faults(readers_page, places, tmp_path) == []


def test_a_page_with_a_fault_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><p><div></div></p>")
    assert any("close-order" in fault for fault in judged(tmp_path))


def faults(page: Page, places: Iterable[str], folder: Path) -> list[str]:
    """What is wrong with the pages as the server sends them."""
    for number, place in enumerate(places):
        text = page.request.get(place).text()
        (folder / f"{number:02}{place.replace('/', '_')}.html").write_text(text)
    return judged(folder)


def judged(folder: Path) -> list[str]:
    """What is wrong with the files of a folder; without npm skipped, or an error in CI."""
    (folder / ".htmlvalidate.json").write_text(json.dumps(RULES))
    report = folder / "faults.json"
    command = ["npx", "--yes", VALIDATOR, "--formatter", f"json={report}", str(folder)]
    if shutil.which("npx"):
        subprocess.run(command, capture_output=True, timeout=100)
    if not report.exists():
        give_up("HTML WAS NOT VALIDATED: npx did not work here")
    return [
        f"{Path(file['filePath']).name}:{fault['line']} {fault['ruleId']} {fault['message']}"
        for file in json.loads(report.read_text())
        for fault in file["messages"]
    ]
