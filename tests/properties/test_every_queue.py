"""Whatever a phone sends, it is never our mistake, and one bad item spoils no other."""

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.accounts.models import Account
from diary.days.document import to_document
from diary.days.queue.queued import Kind
from tests.any_day import DAYS
from tests.days.queue.phone import an_item, send

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    ["client_id", "date", "base_revision", "after", "at", "kind", "day", "fields", "severity"]
)
KINDS = st.sampled_from(Kind)
STATUSES = {"applied", "same", "conflict", "removed", "refused"}


@given(junk=JUNK, kind=KINDS, odd=st.dictionaries(NAMES, JUNK, max_size=2), day=DAYS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_item_is_answered(
    app: Flask,
    anna: Account,
    as_anna: FlaskClient,
    junk: Any,
    kind: Kind,
    odd: dict[str, Any],
    day: Any,
) -> None:
    clear = {"date": "1987-06-05", "headache": False}
    good = an_item(anna, date="1987-06-05", day=clear, sure=True)
    whole = an_item(anna, date=day.date.isoformat(), day=to_document(day), sure=True)
    answers = send(as_anna, junk, an_item(anna, kind) | odd, good, whole)
    assert {answer["status"] for answer in answers} <= STATUSES
    assert answers[0]["status"] == "refused"
    assert answers[2]["status"] in ("applied", "same")
