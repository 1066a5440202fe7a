"""However much is sent for one question, or on the outside of a request, little of it is looked at."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse
from wtforms import Form

import diary.app  # noqa: F401
from diary.accounts.models import Account
from diary.web.forms import BoundedForm
from tests.sharing.links.links import a_link, address_of, before_the_pin
from tests.structure.test_gates import requests_to
from tests.structure.test_odd_input import forms_of

MEGABYTE = 2**20
TOKEN = {"csrf_token"}
RIGHT = {
    "role": "patient",
    "name": "Cleo",
    "email": "cleo@example.org",
    "password": "eleven brown otters",
    "time_zone": "Europe/London",
    "code": "x" * 43,
    "pin": "123456",
}
WORST = {
    "letters that combine": "a" + "\u0316\u0300" * (MEGABYTE // 4),
    "digits": "9" * MEGABYTE,
    "brackets": "[" * MEGABYTE,
    "spaces": " " * MEGABYTE + "x",
    "lines": "\r\n" * (MEGABYTE // 2),
    "signs of addresses": "a@." * (MEGABYTE // 3),
    "signs of markup": "'<&\"" * (MEGABYTE // 4),
}
HEADERS = (
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Authorization",
    "Content-Type",
    "Cookie",
    "If-Match",
    "If-Modified-Since",
    "If-None-Match",
    "Origin",
    "Prefer",
    "Range",
    "Referer",
    "User-Agent",
    "X-CSRFToken",
    "X-Forwarded-For",
)


def forms() -> set[type[Form]]:
    """Every form of the app."""
    found, known = set[type[Form]](), [Form]
    while known:
        known += (these := known.pop().__subclasses__())
        found |= {one for one in these if one.__module__.startswith("diary.")}
    return found


def test_every_form_looks_at_the_length_first() -> None:
    assert len(forms()) > 20
    assert {form for form in forms() if not issubclass(form, BoundedForm)} == set()


@pytest.mark.parametrize("worst", WORST.values(), ids=WORST)
def test_a_stranger_may_send_a_megabyte_in_any_field(
    app: Flask, client: FlaskClient, anna: Account, worst: str
) -> None:
    at_the_pin = before_the_pin(app, made := a_link(app, anna))
    open_to_all = {path for method, path in requests_to(app, "public") if method == "POST"}
    forms = {path: fields for path, fields in forms_of(client).items() if path in open_to_all}
    assert set(forms) == open_to_all
    for address, fields in (forms | {f"{address_of(made)}/pin": {"pin": ""}}).items():
        for name in set(fields) - TOKEN:
            others = {name: RIGHT[name] for name in set(fields) - TOKEN}
            answer = send(at_the_pin, address, others | {name: worst})
            assert answer.status_code in (413, 422), (address, name)


def test_whoever_is_signed_in_may_send_too_much_in_all_fields_at_once(
    as_anna: FlaskClient,
) -> None:
    forms = {address: set(fields) - TOKEN for address, fields in forms_of(as_anna).items()}
    assert len(forms) > 15
    too_much = WORST["letters that combine"][:20_000]
    for address, names in forms.items():
        if names:
            answer = send(as_anna, address, dict.fromkeys(names, too_much))
            # A button that only fills in the form for somebody is answered 200.
            assert answer.status_code in (200, 404, 422), address


def send(browser: FlaskClient, address: str, fields: dict[str, str]) -> TestResponse:
    """Send a form in parts, where a megabyte stays a megabyte."""
    part = '--part\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    body = "".join(part.format(*field) for field in fields.items()) + "--part--\r\n"
    kind = "multipart/form-data; boundary=part"
    return browser.post(address, data=body.encode(), content_type=kind)


@pytest.mark.parametrize("name", HEADERS)
def test_a_megabyte_in_a_header_is_refused_before_it_is_read(app: Flask, name: str) -> None:
    browser = app.test_client(use_cookies=False)
    answer = browser.get("/sign-in", headers={name: "a,;=-" * (MEGABYTE // 5)})
    assert answer.status_code == 431
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize(
    ("more", "headers", "status"),
    [
        ("", {"Accept": "a," * (MEGABYTE // 2)}, 431),
        ("/" * MEGABYTE, {}, 414),
        ("?next=" + "9" * MEGABYTE, {}, 414),
    ],
)
def test_no_address_looks_at_too_much(
    client: FlaskClient, more: str, headers: dict[str, str], status: int
) -> None:
    for method, path in requests_to(client.application, "public"):
        answer = client.open(path + more, method=method, headers=headers)
        assert answer.status_code == status, path


def test_a_form_of_a_million_fields_is_refused_unread(client: FlaskClient) -> None:
    kind = "application/x-www-form-urlencoded"
    for method, path in requests_to(client.application, "public"):
        if method == "POST":
            answer = client.post(path, data=b"a&" * (MEGABYTE - 1), content_type=kind)
            assert answer.status_code == 413
