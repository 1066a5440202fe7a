"""Pages to take the diary away as a file."""

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from diary.accounts.clock import today_of
from diary.accounts.gate import current_patient, patient_required
from diary.exporters.registry import all_formats
from diary.exporters.store import recorded_by

bp = Blueprint("exporters", __name__, url_prefix="/export")


@bp.get("")
@patient_required
def choose_format() -> ResponseReturnValue:
    """Every file that can be taken away."""
    return render_template("exporters/choose_format.html", formats=all_formats().values())


@bp.get("/<name>")
@patient_required
def download(name: str) -> ResponseReturnValue:
    """One file; its name tells the day, and not whose diary it is."""
    chosen = all_formats().get(name) or abort(404)
    patient = current_patient()
    file_name = f"{chosen.file_name}-{today_of(patient)}.{chosen.ending}"
    return Response(
        chosen.write(recorded_by(patient)),
        content_type=chosen.media_type,
        headers={"Content-Disposition": f'attachment; filename="{file_name}"'},
    )
