"""Botox sessions as CSV: one row for each session."""

from datetime import date

from diary.clinical.treatment import FEWEST_UNITS, MOST_UNITS, BotoxSession, PainAfter
from diary.importers.cells import (
    read_answer,
    read_choice,
    read_line,
    read_required_date,
    read_text,
    read_whole_number,
)
from diary.importers.source import Holds, Source
from diary.importers.table import Parsed, Row, read_table
from diary.notation import NotationError, read_muscles

REQUIRED = ("date",)
COLUMNS = (
    *(*REQUIRED, "units", "sites", "product", "clinic", "note"),
    *("injector", "pain_after", "muscles", "planned", "disputed"),
)
MOST_SESSIONS = 1000
MOST_SITES = 400
"""No session has more: a site takes at least one unit."""


def read_sessions_csv(data: bytes) -> Parsed[BotoxSession]:
    """The sessions of a file and its bad rows; raises FileRefusedError for another file."""
    return read_table(
        data,
        columns=COLUMNS,
        required=REQUIRED,
        read_row=read_session,
        key=_date_of,
        most=MOST_SESSIONS,
    )


def read_session(row: Row) -> BotoxSession:
    """One session; raises NotationError or TreatmentError with the reason."""
    units = read_whole_number(row, "units", FEWEST_UNITS, MOST_UNITS)
    sites = read_whole_number(row, "sites", 1, MOST_SITES)
    session = BotoxSession(
        date=read_required_date(row, "date"),
        units=units,
        sites=sites,
        product=read_line(row, "product"),
        clinic=read_line(row, "clinic"),
        note=read_text(row, "note"),
        injector=read_line(row, "injector"),
        pain_after=read_choice(row, "pain_after", PainAfter),
        muscles=read_muscles(row.cell("muscles")),
        is_planned=read_answer(row, "planned") is True,
        is_disputed=read_answer(row, "disputed") is True,
    )
    _refuse_another_sum(session, "units", units)
    _refuse_another_sum(session, "sites", sites)
    return session


def _refuse_another_sum(session: BotoxSession, column: str, written: int | None) -> None:
    """Refuse a total that is not the sum of the muscles; a blank one says nothing."""
    total = getattr(session, column)
    if written not in (None, total):
        reason = f"the muscles add up to {total or 'an unknown number'}"
        raise NotationError(f"{column} is {written}, but {reason}. Correct one of them.")


def _date_of(session: BotoxSession) -> date:
    return session.date


SOURCE = Source(
    name="sessions-csv",
    title="Botox sessions (CSV)",
    holds=Holds.SESSIONS,
    columns=COLUMNS,
    read=lambda data, _latest: read_sessions_csv(data),
)
