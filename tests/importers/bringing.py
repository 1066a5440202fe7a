"""Bringing a file into the diary as a browser does."""

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

MARCH = b"date,headache,severity\n2026-03-01,yes,mild\n2026-03-02,no,\n2026-03-03,yes,severe\n"


def bring(browser: FlaskClient, content: bytes, source: str = "csv") -> TestResponse:
    """Send a file as a browser does; the test client would leave a large one open."""
    name = 'Content-Disposition: form-data; name="{}"'
    parts = (
        f"{name.format('source')}\r\n\r\n{source}\r\n".encode(),
        f'{name.format("file")}; filename="f.csv"\r\n\r\n'.encode() + content + b"\r\n",
    )
    body = b"".join(b"--part\r\n" + part for part in parts) + b"--part--\r\n"
    return browser.post("/import", data=body, content_type="multipart/form-data; boundary=part")


def store(browser: FlaskClient, looked_at: str, differing: str = "keep") -> TestResponse:
    """Say yes to the file that is being looked at."""
    return browser.post(f"{looked_at}/confirmation", data={"differing": differing})
