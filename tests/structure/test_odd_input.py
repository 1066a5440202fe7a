"""Whatever is typed into any form of any page, it is never our mistake."""

import re
from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient

from diary.database import db
from tests.page import Page
from tests.structure.test_gates import requests_to

FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
CHOSEN = {"radio", "checkbox", "submit"}
SIGN_OUT = "/sign-out"
ODD = {
    "sqlite": ["NaN", "-1", "2026-02-30", "x" * 5000],
    "postgresql": ["1e400", "99999999999999999999", "\ufffe\u202e", "\U0001f600" * 200],
}
"""Half with each database, as a thousand requests take a minute: there what it could choke on."""


def forms_of(browser: FlaskClient) -> dict[str, dict[str, str]]:
    """Return the forms of all pages: the address a form is sent to, and its fields as they are."""
    found: dict[str, dict[str, str]] = {}
    for method, path in requests_to(browser.application, "public", "signed in", "patient"):
        page = browser.get(path) if method == "GET" else None
        if page is None or page.mimetype != "text/html":
            continue
        for form in FORM.findall(page.text):
            parts = Page(form)
            [(attributes, _words)] = parts.all("form")
            address = attributes.get("action") or path
            if attributes.get("method") == "post" and address != SIGN_OUT:
                found.setdefault(address, {}).update(fields_of(parts))
    return found


def fields_of(form: Page) -> dict[str, str]:
    """Return the names of a form's fields and what each would send untouched: "" for nothing."""
    asked = [field for field, _ in form.all("input", "select", "textarea") if is_sent(field)]
    tapped = [button for button, _ in form.all("button") if is_sent(button)]
    kept = [field for field in asked if field.get("type") not in CHOSEN or "checked" in field]
    names = dict.fromkeys((field["name"] for field in asked + tapped), "")
    return names | {field["name"]: field.get("value", "") for field in kept}


def is_sent(field: dict[str, str]) -> bool:
    """Say whether a browser sends this field along."""
    return "name" in field and "disabled" not in field


def sent(fields: dict[str, str]) -> dict[str, str]:
    """Return the fields that have something to send."""
    return {name: value for name, value in fields.items() if value}


def odd_requests(fields: dict[str, str], oddities: list[str]) -> Iterator[dict[str, str]]:
    """Give the fields of a form with one odd answer each, and with that answer everywhere."""
    for odd in oddities:
        yield from ({**sent(fields), name: odd} for name in fields)
        yield dict.fromkeys(fields, odd)


def test_no_form_breaks(app: Flask, as_anna: FlaskClient) -> None:
    with app.app_context():
        oddities = ODD[db.engine.dialect.name]
    forms = forms_of(as_anna)
    assert len(forms) > 5
    found = [
        (address, answers, as_anna.post(address, data=answers).status_code)
        for address, fields in forms.items()
        for answers in odd_requests(fields, oddities)
    ]
    assert [request for request in found if request[2] >= 500] == []
    assert [request for request in found if request[2] == 401] == []
