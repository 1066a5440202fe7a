"""Botox sessions as CSV: one row for each session."""

from collections.abc import Iterable

from diary.clinical.treatment import BotoxSession
from diary.exporters.format import Format
from diary.exporters.table import MEDIA_TYPE, write_table
from diary.notation import guarded, write_muscles

COLUMNS = (
    *("date", "units", "sites", "product", "clinic", "note"),
    *("injector", "pain_after", "muscles", "planned", "disputed"),
)


def write_sessions_csv(sessions: Iterable[BotoxSession]) -> bytes:
    """The sessions in the order given; guarded against formulas."""
    return write_table(COLUMNS, (_cells_of(session) for session in sessions))


def _cells_of(session: BotoxSession) -> dict[str, object]:
    return {
        "date": session.date.isoformat(),
        "units": session.units,
        "sites": session.sites,
        "product": guarded(session.product or ""),
        "clinic": guarded(session.clinic or ""),
        "note": guarded(session.note or ""),
        "injector": guarded(session.injector or ""),
        "pain_after": session.pain_after,
        "muscles": write_muscles(session.muscles),
        "planned": "yes" if session.is_planned else "",
        "disputed": "yes" if session.is_disputed else "",
    }


FORMAT = Format(
    name="sessions-csv",
    title="Botox sessions",
    words="One row for each session.",
    file_name="botox-sessions",
    ending="csv",
    media_type=MEDIA_TYPE,
    write=lambda recorded: write_sessions_csv(recorded.sessions),
)
