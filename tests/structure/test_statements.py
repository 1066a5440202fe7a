"""No page asks the database more than four times, however long the diary."""

from itertools import chain

from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.days.store import write_days
from tests.diaries import a_month
from tests.statements import statements_of
from tests.structure.test_gates import requests_to

MOST_STATEMENTS = 4
MONTHS = ("2026-01", "2026-02", "2026-03")


def test_no_page_costs_more_than_four_statements(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    with app.app_context():
        write_days(anna, list(chain.from_iterable(a_month(month) for month in MONTHS)))
    # The demo diary is made when somebody first opens it.
    as_anna.get("/demo")
    costs = {}
    for method, path in requests_to(app, "public", "signed in", "patient"):
        if method == "GET":
            with statements_of(app) as statements:
                as_anna.get(path)
            costs[path] = len(statements)
    assert len(costs) > 10
    assert {path: cost for path, cost in costs.items() if cost > MOST_STATEMENTS} == {}
