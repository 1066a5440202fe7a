"""How long a stranger can keep a worker busy with one request: `python -m tests.endurance.strangers`.

Each question on each page that is open to all gets as much as fits of the worst there is, and so do
the headers, as long as they may be. The slowest are shown beside a plain page.
"""

from collections.abc import Iterator
from tempfile import TemporaryDirectory
from time import process_time

from click import echo
from flask.testing import FlaskClient
from flask_migrate import upgrade

from config import Settings
from diary.app import build_app
from diary.web.envelope import LONGEST_HEADERS
from tests.structure.test_bounds import HEADERS, RIGHT, TOKEN, WORST, send
from tests.structure.test_gates import requests_to
from tests.structure.test_odd_input import forms_of

SHOWN = 12
SIGNS = ("a,", "a;", "=", '"', "a-", "*/*;q=0.1,", "\\", " ")


def main() -> None:
    """Send everything once and say what took longest."""
    with TemporaryDirectory() as folder:
        environment = {"DIARY_INSTANCE": folder, "DIARY_SECRET_KEY": "a key for endurance" * 2}
        app = build_app(Settings.from_environment(environment))
        app.config["WTF_CSRF_ENABLED"] = False
        with app.app_context():
            upgrade()
        browser = app.test_client()
        took = [*all_forms(browser), *all_headers(browser)]
        began = process_time()
        browser.get("/sign-in")
        took.append((process_time() - began, "GET /sign-in: a plain page"))
    for seconds, what in (*sorted(took, reverse=True)[:SHOWN], took[-1]):
        echo(f"{seconds:8.3f} s  {what}")
    echo(f"{len(took)} requests")


def all_forms(browser: FlaskClient) -> Iterator[tuple[float, str]]:
    """Each field of each open form with each of the worst texts."""
    addresses = {path for method, path in requests_to(browser.application, "public")}
    for address, fields in forms_of(browser).items():
        for name in set(fields) - TOKEN if address in addresses else ():
            for words, worst in WORST.items():
                began = process_time()
                others = {other: RIGHT[other] for other in set(fields) - TOKEN}
                status = send(browser, address, others | {name: worst}).status_code
                yield process_time() - began, f"POST {address} {name}: {words} ({status})"


def all_headers(browser: FlaskClient) -> Iterator[tuple[float, str]]:
    """Each header as long as it may be, full of each of the signs that take it apart."""
    for name in HEADERS:
        for signs in SIGNS:
            long = (signs * LONGEST_HEADERS)[: LONGEST_HEADERS - 1000]
            began = process_time()
            status = browser.get("/nowhere", headers={name: long}).status_code
            yield process_time() - began, f"GET /nowhere {name}: {signs!r} ({status})"


if __name__ == "__main__":
    main()
