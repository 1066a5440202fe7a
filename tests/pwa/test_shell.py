"""What the phone keeps of the app itself."""

import re

from flask import Flask
from flask.testing import FlaskClient

from diary.pwa.shell import SCRIPTS, shell
from tests.structure.project import ROOT


def test_every_offline_module_is_kept(app: Flask) -> None:
    offline = {f"offline/{path.stem}" for path in (ROOT / "static/js/offline").glob("*.js")}
    assert offline <= set(SCRIPTS)


def test_every_module_that_the_offline_page_starts_is_kept(client: FlaskClient) -> None:
    named = set(re.findall('data-module="([^"]+)"', client.get("/offline").text))
    assert "days/headache" in named
    for module in named:
        assert {module, *imported_by(module)} <= set(SCRIPTS)


def imported_by(module: str) -> set[str]:
    """The modules that a module needs at once."""
    path = ROOT / f"static/js/{module}.js"
    found = re.findall(r'^import .* from "(.+)\.js";$', path.read_text(), re.MULTILINE)
    places = [(path.parent / name).resolve() for name in found]
    return {str(place.relative_to(ROOT / "static/js")) for place in places}


def test_only_files_of_the_app_are_kept(app: Flask) -> None:
    with app.test_request_context():
        kept = shell()
        files = kept["files"]
    assert isinstance(files, list)
    assert all(file.startswith(("/static/", "/style.css")) for file in files)
    assert kept["page"] == "/offline"


def test_the_version_is_that_of_the_files(app: Flask) -> None:
    with app.test_request_context():
        before = shell()["version"]
        app.static_url_path = f"{app.static_url_path}x"
        try:
            assert shell()["version"] != before
        finally:
            app.static_url_path = app.static_url_path.removesuffix("x")
