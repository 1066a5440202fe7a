"""What the phone keeps of the app itself."""

from flask import Flask

from diary.pwa.shell import SCRIPTS, shell
from tests.structure.project import ROOT


def test_every_offline_module_is_kept(app: Flask) -> None:
    offline = {f"offline/{path.stem}" for path in (ROOT / "static/js/offline").glob("*.js")}
    assert offline <= set(SCRIPTS)


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
