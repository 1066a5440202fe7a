"""A diary file is read to the letter of its format."""

from datetime import UTC, date, datetime, time

import pytest

from diary.clinical.day import (
    AuraCharacteristic,
    DiaryDay,
    Dose,
    Effect,
    Impact,
    PainPlace,
    Severity,
    Spell,
)
from diary.importers.sources.diary_csv import read_diary_csv
from diary.importers.text import FileRefusedError

MARCH_14 = date(2026, 3, 14)


def read_day(**cells: str) -> DiaryDay:
    """Read a file of one good row, 14 March 2026 unless said otherwise."""
    (day,) = read_diary_csv(as_file(cells)).items
    return day


def reason(**cells: str) -> str:
    """Say why the one row of a file is bad."""
    (bad_row,) = read_diary_csv(as_file(cells)).bad_rows
    assert bad_row.line == 2
    return bad_row.reason


def as_file(cells: dict[str, str]) -> bytes:
    """Put one row under its header."""
    row = {"date": "2026-03-14", "headache": "yes"} | cells
    quoted = (f'"{cell}"' for cell in row.values())
    return f"{','.join(row)}\n{','.join(quoted)}\n".encode()


def test_date_and_headache_are_enough_and_all_else_stays_unanswered() -> None:
    assert read_day() == DiaryDay(date=MARCH_14, headache=True)
    assert read_day(headache="no") == DiaryDay(date=MARCH_14, headache=False)


def test_every_column_is_read() -> None:
    day = read_day(
        severity="moderate",
        pain="7",
        minutes="300",
        spells="08:00-09:30/90; 22:00-24:00/120",
        location="right_eye; left_temple;right_eye",
        one_sided="yes",
        pulsating="no",
        worse_with_activity="yes",
        nausea="no",
        vomiting="no",
        light="yes",
        sound="yes",
        aura="yes",
        aura_characteristics="spreads; 5-60min",
        believed_migraine="yes",
        medicines="Sumatriptan 50 mg x2 = helped; none such",
        impact="most",
        cluster_signs="no",
        menstruation="yes",
        triggers="red wine; sleep",
        note="'=1+1, said the sheet",
        recorded_at="2026-03-14T22:30:00+01:00",
    )
    assert day == DiaryDay(
        date=MARCH_14,
        headache=True,
        severity=Severity.MODERATE,
        pain=7,
        stated_minutes=300,
        spells=(
            Spell(starts=time(8), ends=time(9, 30), minutes=90),
            Spell(starts=time(22), ends=time(0), minutes=120),
        ),
        location=frozenset({PainPlace.LEFT_TEMPLE, PainPlace.RIGHT_EYE}),
        one_sided=True,
        pulsating=False,
        worse_with_activity=True,
        nausea=False,
        vomiting=False,
        light=True,
        sound=True,
        aura=True,
        aura_characteristics=frozenset(
            {AuraCharacteristic.SPREADS, AuraCharacteristic.LASTS_5_TO_60_MINUTES}
        ),
        believed_migraine=True,
        doses=(
            Dose(name="Sumatriptan", strength="50 mg", count=2, effect=Effect.HELPED),
            Dose(name="none such"),
        ),
        impact=Impact.MOST,
        cluster_signs=False,
        menstruation=True,
        triggers=("red wine", "sleep"),
        note="=1+1, said the sheet",
        recorded_at=datetime(2026, 3, 14, 21, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize("day", ["1900-01-01", "2099-12-31", "2024-02-29"])
def test_dates_run_from_1900_to_2099(day: str) -> None:
    assert read_day(date=day).date.isoformat() == day


@pytest.mark.parametrize(
    "day",
    [
        *("", "1899-12-31", "2100-01-01", "2026-02-29", "2026-13-01", "2026-3-14", "20260314"),
        *("14.03.2026", "03/14/2026", "2026-W11-6", "2026-03-14T00:00", "２０２６-03-14", "today"),
    ],
)
def test_another_date_is_a_bad_row(day: str) -> None:
    assert reason(date=day).startswith(("date is", "There is no day"))


@pytest.mark.parametrize(("column", "low", "high"), [("pain", 0, 10), ("minutes", 1, 1500)])
def test_pain_and_minutes_keep_their_bounds(column: str, low: int, high: int) -> None:
    assert read_day(**{column: str(low)}).headache
    assert read_day(**{column: str(high)}).headache
    assert f"from {low} to {high}" in reason(**{column: str(low - 1)})
    assert f"from {low} to {high}" in reason(**{column: str(high + 1)})


@pytest.mark.parametrize("column", ["pain", "minutes"])
@pytest.mark.parametrize(
    "number",
    [
        "5.0",
        "5,5",
        "+5",
        "-5",
        "1e3",
        "1e400",
        "NaN",
        "inf",
        "٥",
        "²",
        "0x5",
        "5 6",
        "1_0",
        "9" * 5000,
    ],
)
def test_only_plain_digits_are_a_number(column: str, number: str) -> None:
    assert reason(**{column: number}).startswith(f"{column} is")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("headache", ""), ("headache", "Yes"), ("headache", "y"), ("headache", "true")),
        *(("severity", "Mild"), ("severity", "terrible"), ("impact", "much")),
        *(("nausea", "No"), ("aura", "1"), ("menstruation", "unknown"), ("cluster_signs", "-")),
        *(("location", "left"), ("location", "Left_eye"), ("location", "left_eye, left_top")),
        *(("aura_characteristics", "Spreads"), ("aura_characteristics", "spreads, positive")),
        *(("medicines", "none; aspirin"), ("medicines", "None"), ("medicines", "aspirin = yes")),
        *(("spells", "10-11"), ("spells", "10:00-11:00/0")),
        *(("recorded_at", "2026-03-14"), ("recorded_at", "2026-03-14T21:30:00")),
        *(("recorded_at", "yesterday"), ("recorded_at", "0001-01-01T00:00:00+14:00")),
        *(("recorded_at", "0001-01-01T00:00:00Z"), ("recorded_at", "9999-12-31T23:59:59Z")),
    ],
)
def test_anything_but_a_value_of_the_column_is_a_bad_row(column: str, value: str) -> None:
    assert reason(**{column: value})


@pytest.mark.parametrize(
    ("column", "value"),
    [("severity", "mild"), ("minutes", "1"), ("pain", "1"), ("spells", "10:00-11:00/60")],
)
def test_a_day_without_headache_that_has_pain_is_a_bad_row(column: str, value: str) -> None:
    assert reason(headache="no", **{column: value}).startswith("A day without headache")


def test_other_odd_combinations_are_kept() -> None:
    assert read_day(headache="no", pain="0", nausea="yes", medicines="aspirin").pain == 0
    assert read_day(headache="yes", pain="0").pain == 0
    assert read_day(aura="no", aura_characteristics="spreads").aura is False


def test_identical_rows_are_one_day_and_different_ones_are_bad() -> None:
    parsed = read_diary_csv(
        b"date,headache,pain\n2026-03-14,yes,\n2026-03-15,no\n2026-03-14,yes\n2026-03-15,yes\n"
    )
    assert [day.headache for day in parsed.items] == [True, False]
    assert [row.line for row in parsed.bad_rows] == [5]


def test_a_day_after_the_latest_is_a_bad_row() -> None:
    data = b"date,headache\n2026-03-14,no\n2026-03-15,no\n"
    parsed = read_diary_csv(data, latest=MARCH_14)
    assert [day.date for day in parsed.items] == [MARCH_14]
    assert [row.line for row in parsed.bad_rows] == [3]
    assert "future" in parsed.bad_rows[0].reason


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"headache\nyes\n", '"date" is missing'),
        (b"date\n2026-03-14\n", '"headache" is missing'),
        (b"when,what\n", '"date" and "headache" is missing'),
        (b"date,headache\n\n", "no day"),
    ],
)
def test_a_file_without_a_diary_in_it_is_refused(data: bytes, advice: str) -> None:
    with pytest.raises(FileRefusedError, match=advice):
        read_diary_csv(data)


@pytest.mark.parametrize("ending", ["", ",", ",,"])
def test_a_row_with_another_separator_than_the_header_is_told_so(ending: str) -> None:
    rows = ("date,headache,pain", "2026-03-14,yes,5", f"2026-03-15;no;{ending}")
    parsed = read_diary_csv("\n".join(rows).encode())
    reason = "This row is parted by semicolons, but the header by commas."
    assert [(row.line, row.reason) for row in parsed.bad_rows] == [(3, reason)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_of_any_spreadsheet_is_the_same_diary(separator: str, end: str) -> None:
    rows = (
        ("date", "headache", "note", "", ""),
        ("2026-03-14", "yes", f'"first, ""dull"";{end}then\tsharp"', "", ""),
        ("", "", "", "", ""),
        ("2026-03-15", "no", "", "", ""),
        ("", "", "", "", ""),
    )
    text = end.join(separator.join(row) for row in rows)
    for before in ("", "\ufeff", f"sep={separator}{end}", f'\ufeff"sep={separator}"{end}'):
        parsed = read_diary_csv(f"{before}{text}".encode())
        assert [day.headache for day in parsed.items] == [True, False]
        assert parsed.items[0].note == 'first, "dull";\nthen sharp'
        assert (parsed.bad_rows, parsed.unknown_columns) == ((), ())


@pytest.mark.parametrize("word", ["nothing", "-", "n/a", "None", "aspirin; nothing", "'-"])
def test_a_word_for_no_medicine_is_a_bad_row_that_says_what_to_write(word: str) -> None:
    assert 'write "none"' in reason(medicines=word).casefold()


def test_a_dose_is_read_with_its_half_and_its_time() -> None:
    (dose,) = read_day(medicines="sumatriptan 50 mg x0,5 @20:48 = helped").doses or ()
    assert (dose.count, dose.at, dose.effect) == (0.5, time(20, 48), Effect.HELPED)


@pytest.mark.parametrize(("minutes", "total"), [("", 210), ("330", 210), ("100", 100)])
def test_spells_that_overlap_are_one_and_their_sum_is_dropped(minutes: str, total: int) -> None:
    day = read_day(spells="20:00-23:00/180; 21:00-23:30/150", minutes=minutes)
    assert day.minutes == total
    assert day.spells == (Spell(starts=time(20), ends=time(23, 30), minutes=210),)


def test_bad_rows_are_told_before_the_lack_of_days() -> None:
    assert len(read_diary_csv(b"date,headache\ntoday,yes\n").bad_rows) == 1
