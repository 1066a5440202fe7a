"""A report holds what its address asks for, within bounds."""

from datetime import date

import pytest

from diary.clinical.period import Month, Period
from diary.reports.paper.asked import Asked, Paper, ReportError, months_to_choose, read_asked

TODAY = date(2026, 4, 14)


def asked(country: str | None = None, **answers: str) -> Asked:
    """What these answers ask for; `first` stands for "from", a word of the language."""
    named = {"from" if name == "first" else name: value for name, value in answers.items()}
    return read_asked(named, TODAY, country)


def test_the_usual_report_is_three_complete_months_and_the_running_one() -> None:
    assert asked().period(TODAY) == Period(date(2026, 1, 1), TODAY)


def test_a_report_of_earlier_months_ends_with_the_last_of_them() -> None:
    chosen = asked(first="2025-11", to="2026-02")
    assert chosen.period(TODAY) == Period(date(2025, 11, 1), date(2026, 2, 28))


def test_months_given_the_wrong_way_round_are_turned() -> None:
    assert asked(first="2026-03", to="2025-11") == asked(first="2025-11", to="2026-03")


def test_twenty_four_months_can_be_made_and_twenty_five_cannot() -> None:
    assert asked(first="2024-05").trouble is None
    assert "24 months at most" in (asked(first="2024-04").trouble or "")


@pytest.mark.parametrize(
    "answers",
    [
        {"first": "2026-13"},
        {"first": "soon"},
        {"to": "2026-05"},
        {"first": "1899-12", "to": "1899-12"},
        {"first": "0001-01", "to": "0001-01"},
        {"to": "99999-01"},
        {"paper": "a5"},
    ],
)
def test_what_cannot_be_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(ReportError):
        asked(**answers)


def test_paper_is_that_of_the_country_unless_asked_for() -> None:
    assert [asked(country).paper for country in ("US", "GB", None)] == [
        Paper.LETTER,
        Paper.A4,
        Paper.A4,
    ]
    assert asked("US", paper="a4").paper is Paper.A4


def test_notes_and_evidence_are_left_out_unless_asked_for() -> None:
    assert (asked().notes, asked().evidence) == (False, False)
    chosen = asked(notes="yes", evidence="yes")
    assert (chosen.notes, chosen.evidence) == (True, True)


def test_its_answers_ask_for_the_same_again() -> None:
    chosen = asked(first="2025-11", to="2026-02", notes="yes", paper="us-letter")
    assert read_asked(chosen.answers, TODAY, None) == chosen


def test_the_running_month_is_offered_first() -> None:
    assert months_to_choose(TODAY)[:2] == [Month(2026, 4), Month(2026, 3)]
