"""A file that cannot be imported: every reason is told, and nothing is stored."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.days.store import diary_of
from diary.importers.forms import LARGEST_FILE
from diary.importers.store import runs_of
from tests.importers.bringing import MARCH, bring


def test_a_file_with_bad_rows_is_refused_as_a_whole_with_every_reason(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    future = datetime.now(UTC).date() + timedelta(days=3)
    rows = ("2026-03-01,yes,", "2026-02-30,no,", "2026-03-02,no,NaN", f"{future},no,")
    answer = bring(as_anna, "\n".join(("date,headache,pain", *rows)).encode())
    assert answer.status_code == 422
    assert "3 rows cannot be read" in answer.text
    for line in ("Line 3: ", "Line 4: ", "Line 5: "):
        assert line in answer.text
    with app.app_context():
        assert len(diary_of(anna)) == 0
        assert runs_of(anna) == []


def test_the_same_line_twice_counts_once_and_two_lines_of_one_day_are_refused(
    as_anna: FlaskClient,
) -> None:
    twice = MARCH + b"2026-03-01,yes,mild\n"
    assert bring(as_anna, twice).status_code == 303
    differing = MARCH + b"2026-03-01,yes,severe\n"
    answer = bring(as_anna, differing)
    assert answer.status_code == 422
    assert "Line 5: Line 2 has the same date with other values" in answer.text


def test_the_reasons_of_very_many_bad_rows_are_cut_short(as_anna: FlaskClient) -> None:
    answer = bring(as_anna, b"date,headache\n" + b"yesterday,yes\n" * 150)
    assert "150 rows" in answer.text
    assert "and 50 more" in answer.text


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"", "must name the columns"),
        (b"date,headache\n", "no day"),
        (b"sep=|\ndate|headache\n2026-03-01|yes\n", "separator"),
        (MARCH.decode().encode("utf-16"), "UTF-16"),
        (MARCH + b"2026-03-04,n\0o,\n", "NUL"),
        (b"date,headache,note\n2026-03-01,yes,\xff\n", "not UTF-8"),
        (b"<html>", "must name the columns"),
    ],
)
def test_another_kind_of_file_is_refused_with_advice(
    as_anna: FlaskClient, content: bytes, advice: str
) -> None:
    answer = bring(as_anna, content)
    assert answer.status_code == 422
    assert advice in answer.text


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(
    as_anna: FlaskClient,
) -> None:
    largest = MARCH + b"\n" * (LARGEST_FILE - len(MARCH))
    assert bring(as_anna, largest).status_code == 303
    for larger in (largest + b"\n", largest * 5):
        answer = bring(as_anna, larger)
        assert answer.status_code == 413
        assert "larger than 2 MB" in answer.text


def test_nothing_chosen_is_asked_for(as_anna: FlaskClient) -> None:
    answer = as_anna.post("/import", data={})
    assert answer.status_code == 422
    assert "Choose a file." in answer.text
    assert "Say what is in the file." in answer.text
    assert bring(as_anna, MARCH, "a guess").status_code == 422
