"""A file of preventives tried is read to the letter of its format."""

from datetime import date

import pytest

from diary.clinical.treatment import Outcome, Preventive
from diary.importers.sources.preventives_csv import read_preventives_csv
from diary.importers.text import FileRefusedError


def test_a_medicine_is_enough() -> None:
    assert read_preventives_csv(b"medicine\nTopiramate\n").items == (
        Preventive(medicine="Topiramate"),
    )


def test_every_column_is_read() -> None:
    (preventive,) = read_preventives_csv(
        b"outcome,class,started,stopped,medicine,dose\n"
        b"not_tolerated,anticonvulsant,2024-01-01,2024-03-31,topiramate,50 mg at night\n"
    ).items
    assert preventive == Preventive(
        medicine="topiramate",
        medicine_class="anticonvulsant",
        started=date(2024, 1, 1),
        stopped=date(2024, 3, 31),
        outcome=Outcome.NOT_TOLERATED,
        dose="50 mg at night",
    )


def test_a_strength_at_the_end_of_the_medicine_is_its_dose() -> None:
    (preventive,) = read_preventives_csv(b"medicine\nTopiramate 100 mg\n").items
    assert (preventive.medicine, preventive.dose) == ("Topiramate", "100 mg")


def test_a_preventive_may_be_tried_twice_and_identical_rows_count_once() -> None:
    parsed = read_preventives_csv(
        b"medicine,started\ntopiramate,2020-01-01\ntopiramate,2024-01-01\ntopiramate,2024-01-01\n"
    )
    assert len(parsed.items) == 2
    assert parsed.bad_rows == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,,not_effective", "medicine is blank"),
        ("\u200b\u2800,,,not_effective", "medicine is blank"),
        ("topiramate,soon,,", "started is"),
        ("topiramate,2024-02-01,2024-01-31,", "A preventive cannot stop"),
        ("topiramate,,,Not_effective", "outcome is"),
        ("topiramate,,,stopped", "outcome is"),
        ("topiramate,,2024-01-31,still_taking", "It was stopped, and"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_a_reason(row: str, reason: str) -> None:
    (bad_row,) = read_preventives_csv(
        f"medicine,started,stopped,outcome\n{row}\n".encode()
    ).bad_rows
    assert bad_row.line == 2
    assert bad_row.reason.startswith(reason)


def test_a_thousand_preventives_are_read_and_one_more_is_not() -> None:
    lines = ["medicine", *(f"number {n}" for n in range(1000))]
    assert len(read_preventives_csv("\n".join(lines).encode()).items) == 1000
    with pytest.raises(FileRefusedError, match="More than 1000"):
        read_preventives_csv("\n".join([*lines, "one more"]).encode())
