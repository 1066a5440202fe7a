"""Preventives tried as CSV: one row for each time a preventive was tried."""

from collections.abc import Iterable

from diary.clinical.treatment import Preventive
from diary.exporters.format import Format
from diary.exporters.table import MEDIA_TYPE, write_table
from diary.notation import guarded

COLUMNS = ("medicine", "class", "dose", "started", "stopped", "outcome")


def write_preventives_csv(preventives: Iterable[Preventive]) -> bytes:
    """The preventives in the order given; guarded against formulas."""
    return write_table(COLUMNS, (_cells_of(preventive) for preventive in preventives))


def _cells_of(preventive: Preventive) -> dict[str, object]:
    return {
        "medicine": guarded(preventive.medicine),
        "class": guarded(preventive.medicine_class or ""),
        "dose": guarded(preventive.dose or ""),
        "started": preventive.started,
        "stopped": preventive.stopped,
        "outcome": preventive.outcome,
    }


FORMAT = Format(
    name="preventives-csv",
    title="Preventives tried",
    words="One row for each time a preventive was tried.",
    file_name="preventives",
    ending="csv",
    media_type=MEDIA_TYPE,
    write=lambda recorded: write_preventives_csv(recorded.preventives),
)
