"""A diary that was exported is imported as the same diary."""

import csv
from datetime import UTC, date, datetime, time
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.day import AuraCharacteristic, DiaryDay, Dose, PainPlace, Spell
from diary.exporters.formats.diary_csv import COLUMNS, write_diary_csv
from diary.importers.sources.diary_csv import COLUMNS as COLUMNS_READ
from diary.importers.sources.diary_csv import read_diary_csv
from tests.any_day import DAYS

MARCH_14 = date(2026, 3, 14)


def cells_of(day: DiaryDay) -> dict[str, str]:
    """Read the exported row as any other program would."""
    (row,) = csv.DictReader(StringIO(write_diary_csv([day]).decode("utf-8-sig"), newline=""))
    return row


@given(st.lists(DAYS, min_size=1, max_size=4, unique_by=lambda day: day.date))
def test_export_then_import_gives_the_same_diary(days: list[DiaryDay]) -> None:
    parsed = read_diary_csv(write_diary_csv(days))
    assert parsed.items == tuple(days)
    assert parsed.bad_rows == ()
    assert parsed.unknown_columns == ()


@given(
    st.lists(DAYS, min_size=1, max_size=3, unique_by=lambda day: day.date),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["{}", "\ufeff{}", "sep={separator}\r\n{}", '\ufeff"sep={separator}"\r\n{}']),
)
def test_what_a_spreadsheet_saves_again_is_the_same_diary(
    days: list[DiaryDay], separator: str, beginning: str
) -> None:
    rows = csv.reader(StringIO(write_diary_csv(days).decode("utf-8-sig"), newline=""))
    saved = StringIO(newline="")
    table = csv.writer(saved, delimiter=separator)
    for row in rows:
        table.writerows([[*row, "", ""], [""] * (len(row) + 2)])
    parsed = read_diary_csv(beginning.format(saved.getvalue(), separator=separator).encode())
    assert parsed.items == tuple(days)
    assert (parsed.bad_rows, parsed.unknown_columns) == ((), ())


def test_every_column_that_is_read_is_written() -> None:
    assert set(COLUMNS) == set(COLUMNS_READ)


def test_what_was_not_answered_is_blank() -> None:
    cells = cells_of(DiaryDay(date=MARCH_14, headache=False))
    assert {name for name, cell in cells.items() if cell} == {"date", "headache"}


def test_a_day_is_written_in_the_words_of_the_format() -> None:
    spells = (
        Spell(starts=time(8), ends=time(9, 30), minutes=90),
        Spell(starts=time(22), ends=time(0), minutes=120),
    )
    cells = cells_of(
        DiaryDay(
            date=MARCH_14,
            headache=True,
            spells=spells,
            light=False,
            aura=True,
            aura_characteristics=frozenset(
                {AuraCharacteristic.POSITIVE, AuraCharacteristic.SPREADS}
            ),
            location=frozenset({PainPlace.RIGHT_BACK, PainPlace.LEFT_TOP}),
            doses=(),
            triggers=("red wine", "sleep"),
            recorded_at=datetime(2026, 3, 14, 21, 30, tzinfo=UTC),
        )
    )
    assert cells["minutes"] == "210"
    assert cells["spells"] == "08:00-09:30/90; 22:00-24:00/120"
    assert cells["light"] == "no"
    assert cells["aura_characteristics"] == "spreads; positive"
    assert cells["location"] == "left_top; right_back"
    assert cells["medicines"] == "none"
    assert cells["triggers"] == "red wine; sleep"
    assert cells["recorded_at"] == "2026-03-14T21:30:00+00:00"


def test_a_day_of_26_hours_is_read_back_as_the_same_day() -> None:
    whole = Spell(starts=time(0), ends=time(0), minutes=1560)
    day = DiaryDay(date=MARCH_14, headache=True, spells=(whole,))
    assert cells_of(day)["minutes"] == ""
    assert read_diary_csv(write_diary_csv([day])).items == (day,)


@pytest.mark.parametrize("text", ["=1+1", "-5", "@x", '=HYPERLINK("a,b")'])
def test_no_cell_can_be_run_as_a_formula(text: str) -> None:
    doses = (Dose(name=text.replace("=", "+")),)
    day = DiaryDay(date=MARCH_14, headache=True, doses=doses, triggers=(text,), note=text)
    for column in ("medicines", "triggers", "note"):
        assert cells_of(day)[column].startswith("'")
