"""Botox sessions that were exported are imported as the same sessions."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.muscles import PLACES, Injection, InjectionPattern
from diary.clinical.treatment import BotoxSession, PainAfter
from diary.exporters.formats.sessions_csv import COLUMNS, write_sessions_csv
from diary.importers.sources.sessions_csv import read_sessions_csv
from tests.any_day import TEXTS

WORDS = st.none() | TEXTS.map(str.strip).filter(bool)
INJECTIONS = st.builds(
    Injection,
    place=st.sampled_from(PLACES),
    units=st.integers(5, 130),
    sites=st.none() | st.integers(1, 30),
)
PATTERNS = st.lists(
    INJECTIONS, min_size=1, max_size=3, unique_by=lambda injection: injection.place
).map(lambda injections: InjectionPattern(tuple(injections)))
SESSIONS = st.builds(
    BotoxSession,
    date=st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    units=st.none() | st.integers(5, 400),
    sites=st.none() | st.integers(1, 60),
    product=WORDS,
    clinic=WORDS,
    note=WORDS,
    injector=WORDS,
    pain_after=st.none() | st.sampled_from(PainAfter),
    muscles=st.none() | PATTERNS,
    is_planned=st.booleans(),
)


@given(st.lists(SESSIONS, max_size=3, unique_by=lambda session: session.date))
def test_export_then_import_gives_the_same_sessions(sessions: list[BotoxSession]) -> None:
    parsed = read_sessions_csv(write_sessions_csv(sessions))
    assert sorted(parsed.items, key=lambda session: session.date) == sorted(
        sessions, key=lambda session: session.date
    )
    assert parsed.bad_rows == ()


def test_what_a_spreadsheet_would_run_is_guarded() -> None:
    session = BotoxSession(date=date(2025, 12, 1), note="=HYPERLINK(0)")
    assert b"'=HYPERLINK(0)" in write_sessions_csv([session])


def test_without_a_session_the_header_stands_alone() -> None:
    assert write_sessions_csv([]).decode("utf-8-sig").split() == [",".join(COLUMNS)]
