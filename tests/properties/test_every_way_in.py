"""Whichever way a day comes in, its spells are the same and no minute counts twice."""

from collections.abc import Callable

import pytest

from diary.clinical.day import DiaryDay, DiaryDayError
from diary.clinical.limits import refuse_beyond_limits
from diary.days.document import from_document
from diary.importers.sources.diary_csv import read_diary_csv
from diary.notation import read_list, read_spell, write_spell

DAY = {"date": "2026-03-14", "headache": True}
Way = Callable[[str, int | None], DiaryDay]


def from_file(spells: str, minutes: int | None) -> DiaryDay:
    """The day of a file with these cells; the reason where its row is bad."""
    rows = f"date,headache,spells,minutes\n2026-03-14,yes,{spells},{minutes or ''}\n"
    parsed = read_diary_csv(rows.encode())
    for bad in parsed.bad_rows:
        raise DiaryDayError("file", bad.reason)
    return parsed.items[0]


def from_phone(spells: str, minutes: int | None) -> DiaryDay:
    """The day of a document that a phone or another program sends."""
    told = [
        part.replace("24:00", "00:00").replace("/", "-").split("-") for part in read_list(spells)
    ]
    documents = [
        {"starts": starts, "ends": ends, "minutes": int(length)} for starts, ends, length in told
    ]
    day = from_document(DAY | {"spells": documents, "minutes": minutes})
    refuse_beyond_limits(day)
    return day


WAYS = pytest.mark.parametrize("read", [from_file, from_phone])


@WAYS
@pytest.mark.parametrize(
    ("stated", "minutes"), [(None, 210), (330, 210), (210, 210), (200, 200), (331, 331)]
)
def test_spells_that_overlap_are_one_and_another_stated_total_wins(
    read: Way, stated: int | None, minutes: int
) -> None:
    day = read("20:00-23:00/180; 21:00-23:30/150", stated)
    assert [write_spell(spell) for spell in day.spells] == ["20:00-23:30/210"]
    assert day.minutes == minutes


@WAYS
def test_a_spell_longer_than_a_night_of_two_more_hours_is_refused(read: Way) -> None:
    assert read("00:00-24:00/1560", None).minutes == 1560
    for spells in ("08:00-09:00/181", "22:00-01:00/180"):
        with pytest.raises(DiaryDayError, match="more minutes than lie between"):
            read(spells, None)


@WAYS
def test_the_same_spell_told_twice_is_one(read: Way) -> None:
    assert read("08:00-09:00/60; 08:00-09:00/60", 120).spells == (read_spell("08:00-09:00/60"),)
