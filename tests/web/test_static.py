"""Static files."""

from pathlib import Path

from flask.testing import FlaskClient

from diary.web.static import static_address


def test_a_static_file_is_kept_for_good(client: FlaskClient) -> None:
    address = f"{client.application.static_url_path}/js/start.js"
    with client.get(address) as answer:
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_the_address_changes_with_any_file(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("1")
    before = static_address(tmp_path)
    (tmp_path / "a.js").write_text("2")
    assert static_address(tmp_path) != before


def test_nothing_outside_the_folder_is_served(client: FlaskClient) -> None:
    for path in ("../config.py", "%2e%2e/config.py", "..%2fconfig.py"):
        assert client.get(f"{client.application.static_url_path}/{path}").status_code == 404
