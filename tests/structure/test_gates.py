"""Every address that is not open asks a visitor to sign in, and keeps out the wrong role."""

from collections.abc import Iterator
from datetime import date

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from diary.clinical.period import Month

EXAMPLES = {
    "DateConverter": date(2026, 3, 14),
    "MonthConverter": Month(2026, 3),
    "IdConverter": 1,
    "UnicodeConverter": "x",
}
READING = {"GET"}
UNIMPORTANT = {"HEAD", "OPTIONS"}


def requests_to(app: Flask, *gates: str) -> list[tuple[str, str]]:
    """Return method and path of every request that one of these gates guards."""
    adapter = app.url_map.bind("localhost")
    return [
        (method, adapter.build(rule.endpoint, values_of(rule), method=method))
        for rule in app.url_map.iter_rules()
        if getattr(app.view_functions[rule.endpoint], "gate", None) in gates
        for method in sorted((rule.methods or set()) - UNIMPORTANT)
    ]


def values_of(rule: Rule) -> dict[str, object]:
    """Return an example for each variable part of an address."""
    parts = rule._converters
    return {name: EXAMPLES[type(converter).__name__] for name, converter in parts.items()}


def answers(browser: FlaskClient, *gates: str) -> Iterator[tuple[str, str, int]]:
    """Send every request that one of these gates guards; give its method, path and status."""
    for method, path in requests_to(browser.application, *gates):
        yield method, path, browser.open(path, method=method).status_code


def test_a_visitor_is_asked_to_sign_in(client: FlaskClient) -> None:
    found = list(answers(client, "signed in", "patient", "clinician"))
    assert found
    for method, path, status in found:
        assert (method, path, status) == (method, path, 303 if method in READING else 401)


def test_a_clinician_has_no_diary(as_dr_chen: FlaskClient) -> None:
    found = list(answers(as_dr_chen, "patient"))
    assert found
    assert [answer for answer in found if answer[2] != 403] == []


def test_a_patient_does_not_pass_as_a_clinician(as_anna: FlaskClient) -> None:
    assert [answer for answer in answers(as_anna, "clinician") if answer[2] != 403] == []


def test_no_open_page_breaks_for_a_visitor(client: FlaskClient) -> None:
    found = list(answers(client, "public"))
    assert found
    assert [answer for answer in found if answer[2] >= 500] == []
