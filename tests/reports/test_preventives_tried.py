"""The preventives tried as a clinic reads them."""

from datetime import date, timedelta

import pytest

from diary.clinical.treatment import Outcome, Preventive
from diary.reports.preventives_tried import how_long, rows_of

ON = date(2026, 4, 14)
BEGAN = date(2026, 1, 1)


def lasting(days: int) -> Preventive:
    """Taken for so many days, the first and the last included."""
    return Preventive(
        medicine="topiramate", started=BEGAN, stopped=BEGAN + timedelta(days=days - 1)
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (6, "6 days"),
        (7, "1 week"),
        (60, "8 weeks"),
        (61, "2 months"),
        (91, "2 months"),
        (92, "3 months"),
        (366, "12 months"),
    ],
)
def test_how_long_is_never_rounded_up(days: int, words: str) -> None:
    assert how_long(lasting(days), ON) == words


def test_what_is_still_taken_lasts_until_today() -> None:
    taking = Preventive(medicine="timolol", started=BEGAN, outcome=Outcome.STILL_TAKING)
    assert how_long(taking, ON) == "3 months"
    assert how_long(taking, date(2025, 12, 31)) == "not given"


def test_an_end_that_is_not_known_is_not_made_up() -> None:
    began = Preventive(medicine="timolol", started=BEGAN, outcome=Outcome.NOT_EFFECTIVE)
    assert how_long(began, ON) == "not given"
    assert how_long(Preventive(medicine="timolol", stopped=BEGAN), ON) == "not given"


def test_a_row_has_every_answer_or_says_that_it_is_missing() -> None:
    topiramate = Preventive(
        medicine="topiramate",
        medicine_class="epilepsy medicine",
        dose="50 mg twice a day",
        started=date(2025, 1, 8),
        stopped=date(2025, 4, 30),
        outcome=Outcome.NOT_TOLERATED,
    )
    assert rows_of([Preventive(medicine="blue pill"), topiramate], ON) == [
        [
            "topiramate",
            "epilepsy medicine",
            "50 mg twice a day",
            "from 8 January 2025 to 30 April 2025",
            "3 months",
            "not tolerated",
        ],
        ["blue pill", *["not given"] * 5],
    ]
