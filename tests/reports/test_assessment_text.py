"""The assessment as text: every part is there, in words, and no line is too long."""

from datetime import date, timedelta

import pytest

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.diary import Diary
from diary.clinical.period import days_from
from diary.clinical.treatment import BotoxSession
from diary.reports.assessment import assess
from diary.reports.assessment_text import WIDTH, render

JANUARY = date(2026, 1, 1)


def year_with_headache_on(fewer_from: date, *, every: int = 2) -> Diary:
    """A year with headache every second day, then every fourth."""
    return Diary(
        DiaryDay(date=day, headache=is_headache, severity=Severity.MILD if is_headache else None)
        for day in days_from(JANUARY, 365)
        for is_headache in [day.toordinal() % (2 * every if day >= fewer_from else every) == 0]
    )


def text_of(diary: Diary, *sessions: date, on: date = date(2026, 12, 31)) -> str:
    """Render the diary with sessions of 155 units."""
    given = [BotoxSession(date=day, units=155) for day in sessions]
    return render(assess(Case(diary, on=on, sessions=given)))


def test_no_line_is_longer_than_a_terminal() -> None:
    session = date(2026, 4, 1)
    text = text_of(year_with_headache_on(session), session, session + timedelta(days=84))
    assert max(len(line) for line in text.splitlines()) <= WIDTH


def test_a_count_has_its_denominator_and_its_verdict() -> None:
    text = text_of(year_with_headache_on(date(2026, 7, 1)))
    assert "2026-01    31/31       15*" in text
    assert "2026-08    31/31        7 " in text
    assert "Chronic migraine: not reached" in text
    assert "Source: ICHD-3 1.3." in text


def test_days_that_were_not_recorded_widen_the_bounds() -> None:
    diary = Diary([DiaryDay(date=JANUARY, headache=True)])
    text = text_of(diary, on=date(2026, 1, 31))
    assert "2026-01     1/31     1-31?" in text


def test_a_running_month_is_marked() -> None:
    text = text_of(year_with_headache_on(date(2026, 7, 1)), on=date(2026, 8, 10))
    assert "2026-08+   10/10" in text
    assert "+ still running" in text


def test_before_and_after_botox_are_told_apart() -> None:
    first = date(2026, 4, 1)
    second = first + timedelta(days=84)
    text = text_of(year_with_headache_on(first), first, second)
    assert "Baseline, 2026-03-04 to 2026-03-31, 28/28 recorded" in text
    assert "Session 2 on 2026-06-24, 155 units, 84 days after the one before" in text
    assert "headache days                        7  50.0 % fewer" in text
    assert "50 % fewer or better: reached" in text
    assert "75 % fewer or better: not reached" in text
    assert "12 weeks after the last session: 2026-09-16" in text


def test_a_baseline_of_few_days_is_said_to_be_too_little() -> None:
    text = text_of(year_with_headache_on(date(2026, 7, 1)), date(2026, 1, 10))
    assert "Not enough days recorded before the first session" in text
    assert "Not complete yet." in text


@pytest.mark.parametrize(
    ("headaches_before", "headaches_after", "words"),
    [
        (range(6), range(28), "at least 366.7 % more"),
        (range(14), range(8), "at most 42.9 % fewer"),
    ],
)
def test_a_change_with_one_known_bound_says_which(
    headaches_before: range, headaches_after: range, words: str
) -> None:
    session = date(2026, 2, 1)
    before = [JANUARY + timedelta(days=3 + day) for day in range(28)]
    after = [session + timedelta(days=day) for day in range(28)]
    days = [
        *(_open(day) if n in headaches_before else _clear(day) for n, day in enumerate(before)),
        *(_sure(day) if n in headaches_after else _clear(day) for n, day in enumerate(after)),
    ]
    text = text_of(Diary(days), session, on=after[-1])
    line = next(line for line in text.splitlines() if line.startswith("    moderate or severe"))
    assert line.endswith(words)


def _open(day: date) -> DiaryDay:
    """A headache that was not rated."""
    return DiaryDay(date=day, headache=True)


def _sure(day: date) -> DiaryDay:
    return DiaryDay(date=day, headache=True, severity=Severity.SEVERE)


def _clear(day: date) -> DiaryDay:
    return DiaryDay(date=day, headache=False)


def test_an_increase_reads_as_more() -> None:
    diary = Diary(
        DiaryDay(date=day, headache=day >= date(2026, 3, 1) or day.day % 4 == 0)
        for day in days_from(JANUARY, 90)
    )
    assert "% more" in text_of(diary, date(2026, 3, 1), on=date(2026, 3, 31))


def test_a_diary_that_had_not_begun_is_told_so() -> None:
    text = text_of(year_with_headache_on(date(2026, 7, 1)), on=date(2025, 12, 31))
    assert "No day is recorded up to then." in text


def test_nothing_is_said_about_botox_without_a_session() -> None:
    assert "BOTOX\n" not in text_of(year_with_headache_on(date(2026, 7, 1)))
