"""Clinicians' codes in the database."""

import pytest
from flask import Flask

from diary.accounts.models import Account
from diary.sharing.codes import store


def test_a_code_stays_when_the_clinic_moves(app: Flask, dr_chen: Account) -> None:
    with app.app_context():
        assert store.code_of(dr_chen) is None
        made = store.make_code(dr_chen, "Lakeside").code
        moved = store.make_code(dr_chen, "Hillside")
        assert (moved.code, moved.clinic) == (made, "Hillside")


def test_codes_differ_and_hold_no_letter_that_looks_like_another(
    app: Flask, dr_chen: Account, dr_doyle: Account
) -> None:
    with app.app_context():
        codes = {store.make_code(one, "Lakeside").code for one in (dr_chen, dr_doyle)}
    assert len(codes) == 2
    assert {len(code) for code in codes} == {8}
    assert not set("ILOU") & set("".join(codes))


def test_a_clinician_is_found_by_the_code_in_words(
    app: Flask, dr_chen: Account, dr_doyle: Account
) -> None:
    with app.app_context():
        words = store.make_code(dr_chen, "Lakeside").in_words
        store.make_code(dr_doyle, "Hillside")
        for typed in (words, words.lower(), words.replace("-", " ")):
            found = store.clinician_with(typed)
            assert found is not None
            assert found[0].name == "Dr Chen"
        assert store.clinician_with(words[:-1]) is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("1lio-0oxz", "11100" + "0XZ"), (" 7k2m q4xt ", "7K2MQ4XT"), ("", "")]
)
def test_lookalikes_are_read_as_meant(typed: str, meant: str) -> None:
    assert store.read_code(typed) == meant
