"""Headers that tell the browser what a page may do."""

from pathlib import Path

import pytest
from flask import Blueprint, render_template_string
from flask.testing import FlaskClient

from config import Mode, Settings
from diary.app import build_app
from diary.web.cdn import CHART_SCRIPTS
from diary.web.gates import public
from tests.conftest import close

bp = Blueprint("chart", __name__)


@bp.get("/chart")
@public
def show_chart() -> str:
    return render_template_string("{{ chart_scripts() }}")


def policy_of(browser: FlaskClient, path: str) -> dict[str, str]:
    header = browser.get(path).headers["Content-Security-Policy"]
    return dict(directive.split(" ", 1) for directive in header.split("; "))


def test_a_page_may_run_our_own_files_and_nothing_else(client: FlaskClient) -> None:
    assert policy_of(client, "/sign-in") == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_every_answer_carries_the_headers(client: FlaskClient) -> None:
    for path in ("/sign-in", "/nowhere", "/healthz", "/account"):
        headers = client.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_no_page_of_a_person_is_kept(as_anna: FlaskClient) -> None:
    assert as_anna.get("/account").headers["Cache-Control"] == "no-store"


@pytest.fixture
def production(tmp_path: Path) -> FlaskClient:
    """A browser at the app as it runs for the public, with a page that has a chart."""
    app = build_app(
        Settings(
            mode=Mode.PRODUCTION,
            secret_key="a long random text of the public app",
            database_url=f"sqlite:///{tmp_path / 'diary.sqlite3'}",
            secure_cookies=True,
            hosts=("localhost",),
        )
    )
    app.register_blueprint(bp)
    close(app)
    return app.test_client()


def test_only_a_page_with_a_chart_may_load_chart_js(production: FlaskClient) -> None:
    addresses = " ".join(script.address for script in CHART_SCRIPTS)
    assert policy_of(production, "/chart")["script-src"] == f"'self' {addresses}"
    assert policy_of(production, "/healthz")["script-src"] == "'self'"


def test_the_public_app_is_for_https_only(production: FlaskClient) -> None:
    answer = production.get("/sign-in", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-diary=")
    for attribute in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert attribute in cookie
    assert "Domain" not in cookie
