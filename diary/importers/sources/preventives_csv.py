"""Preventives tried as CSV: one row for each time a preventive was tried."""

from diary.clinical.limits import is_no_medicine
from diary.clinical.treatment import Outcome, Preventive
from diary.importers.cells import read_choice, read_date, read_line
from diary.importers.source import Holds, Source
from diary.importers.table import Parsed, Row, read_table
from diary.notation import NotationError, shown

REQUIRED = ("medicine",)
MOST_PREVENTIVES = 1000
COLUMNS = (*REQUIRED, "class", "dose", "started", "stopped", "outcome")


def read_preventives_csv(data: bytes) -> Parsed[Preventive]:
    """The preventives of a file and its bad rows; raises FileRefusedError for another file."""
    return read_table(
        data,
        columns=COLUMNS,
        required=REQUIRED,
        read_row=read_preventive,
        most=MOST_PREVENTIVES,
    )


def read_preventive(row: Row) -> Preventive:
    """One preventive; raises NotationError or TreatmentError with the reason."""
    medicine = read_line(row, "medicine")
    if medicine is None:
        raise NotationError("medicine is blank. Write its name.")
    if is_no_medicine(medicine):
        raise NotationError(f"medicine is {shown(medicine)}. Write its name, or take the row out.")
    preventive = Preventive(
        medicine=medicine,
        medicine_class=read_line(row, "class"),
        dose=read_line(row, "dose"),
        started=read_date(row, "started"),
        stopped=read_date(row, "stopped"),
        outcome=read_choice(row, "outcome", Outcome),
    )
    if preventive.stopped and preventive.outcome is Outcome.STILL_TAKING:
        raise NotationError("It was stopped, and the outcome is still_taking. Correct one of them.")
    return preventive


SOURCE = Source(
    name="preventives-csv",
    title="Preventives tried (CSV)",
    holds=Holds.PREVENTIVES,
    columns=COLUMNS,
    read=lambda data, _latest: read_preventives_csv(data),
)
