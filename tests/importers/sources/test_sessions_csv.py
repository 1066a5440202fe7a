"""A file of Botox sessions is read to the letter of its format."""

from datetime import date, timedelta

import pytest

from diary.clinical.muscles import STANDARD_PATTERN
from diary.clinical.treatment import BotoxSession, PainAfter
from diary.importers.sources.sessions_csv import read_sessions_csv
from diary.importers.text import FileRefusedError
from diary.notation import write_muscles


def test_a_date_is_enough() -> None:
    assert read_sessions_csv(b"date\n2025-12-01\n").items == (BotoxSession(date=date(2025, 12, 1)),)


def test_every_column_is_read() -> None:
    (session,) = read_sessions_csv(
        b"note,units,sites,product,clinic,date\nsore,155,31,Botox,City clinic,2025-12-01\n"
    ).items
    assert session == BotoxSession(
        date=date(2025, 12, 1),
        units=155,
        sites=31,
        product="Botox",
        clinic="City clinic",
        note="sore",
    )


@pytest.mark.parametrize(
    ("units", "refused"), [("4", 1), ("5", 0), ("400", 0), ("401", 1), ("155.0", 1)]
)
def test_units_run_from_5_to_400(units: str, refused: int) -> None:
    parsed = read_sessions_csv(f"date,units\n2025-12-01,{units}\n".encode())
    assert len(parsed.bad_rows) == refused


@pytest.mark.parametrize(("sites", "refused"), [("0", 1), ("1", 0), ("400", 0), ("401", 1)])
def test_there_is_at_least_one_site(sites: str, refused: int) -> None:
    parsed = read_sessions_csv(f"date,sites\n2025-12-01,{sites}\n".encode())
    assert len(parsed.bad_rows) == refused


def test_identical_rows_count_once_and_two_different_rows_of_one_date_are_refused() -> None:
    parsed = read_sessions_csv(b"date,units\n2025-12-01,155\n2025-12-01,155\n2025-12-01,195\n")
    assert len(parsed.items) == 1
    assert [row.line for row in parsed.bad_rows] == [4]


def test_a_session_needs_its_date() -> None:
    (bad_row,) = read_sessions_csv(b"date,units\n,155\n").bad_rows
    assert bad_row.reason.startswith("date is blank")


def test_a_file_without_a_session_is_an_empty_list() -> None:
    assert read_sessions_csv(b"date,units\n").items == ()


@pytest.mark.parametrize(("letters", "refused"), [(100, 0), (101, 1)])
def test_a_name_has_up_to_100_letters(letters: int, refused: int) -> None:
    parsed = read_sessions_csv(f"date,clinic\n2025-12-01,{'x' * letters}\n".encode())
    assert len(parsed.bad_rows) == refused


def test_a_thousand_sessions_are_read_and_one_more_is_not() -> None:
    dates = [date(2000, 1, 1) + timedelta(days=n) for n in range(1001)]
    lines = ["date", *map(str, dates[:1000]), str(dates[0])]
    assert len(read_sessions_csv("\n".join(lines).encode()).items) == 1000
    with pytest.raises(FileRefusedError, match="More than 1000"):
        read_sessions_csv("\n".join([*lines, str(dates[1000])]).encode())


def test_the_further_columns_are_read() -> None:
    muscles = write_muscles(STANDARD_PATTERN)
    (session,) = read_sessions_csv(
        "date,injector,pain_after,muscles,planned\n"
        f"2025-12-01,Dr Chen,mild,{muscles},yes\n".encode()
    ).items
    assert session == BotoxSession(
        date=date(2025, 12, 1),
        injector="Dr Chen",
        pain_after=PainAfter.MILD,
        muscles=STANDARD_PATTERN,
        is_planned=True,
    )
    assert (session.units, session.sites) == (155, 31)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (",,temple left 20/4", "write an injection as in"),
        (",,procerus left 5/1", "no such side"),
        (",,frontalis left 5; frontalis left 5", "twice"),
        (",,frontalis left 0", "give 1 to 400"),
        (",,frontalis left 400; frontalis right 400", "5 to 400 units"),
        ("150,,frontalis left 20/4", "but the muscles add up to 20"),
        (",5,frontalis left 20/4", "but the muscles add up to 4"),
        (",5,frontalis left 20", "but the muscles add up to an unknown number"),
    ],
)
def test_muscles_that_cannot_be_or_contradict_the_totals_are_refused(
    cells: str, reason: str
) -> None:
    (bad_row,) = read_sessions_csv(
        f"date,units,sites,muscles\n2025-12-01,{cells}\n".encode()
    ).bad_rows
    assert reason in bad_row.reason
