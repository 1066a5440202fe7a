"""Pages to bring a file into the diary: choose, look, store, undo."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import current_patient, patient_required
from diary.importers import store
from diary.importers.forms import ChoiceForm, FileForm
from diary.importers.models import ImportRun
from diary.importers.registry import all_sources
from diary.importers.text import FileRefusedError

bp = Blueprint("importers", __name__, url_prefix="/import")

FILE_TOO_LARGE = 413


@bp.get("")
@patient_required
def choose_file() -> ResponseReturnValue:
    """Choose a file, and see what was imported before."""
    return _show_choice(FileForm())


@bp.post("")
@patient_required
def bring_file() -> ResponseReturnValue:
    """Read a file and keep it to be looked at; a file with any bad row is refused as a whole."""
    form = FileForm()
    if not form.validate_on_submit():
        return _show_choice(form), FILE_TOO_LARGE if form.is_too_large else 422
    patient, source = current_patient(), all_sources()[form.source.data]
    try:
        parsed = store.read_for(patient, source, form.content)
    except FileRefusedError as error:
        form.file.errors = [str(error)]
        return _show_choice(form), 422
    if parsed.bad_rows:
        return _show_choice(form, bad_rows=parsed.bad_rows), 422
    run = store.keep_file(patient, source, form.content)
    return redirect(url_for(".show_import", run_id=run.id), 303)


@bp.get("/<int:run_id>")
@patient_required
def show_import(run_id: int) -> ResponseReturnValue:
    """What a file would change, or did."""
    return _show_import(run_id, ChoiceForm())


@bp.post("/<int:run_id>/confirmation")
@patient_required
def store_import(run_id: int) -> ResponseReturnValue:
    """Store what the file holds."""
    form = ChoiceForm()
    if not form.validate_on_submit():
        return _show_import(run_id, form), 422
    store.store_import(current_patient(), run_id, take_file=form.take_file) or abort(404)
    return redirect(url_for(".show_import", run_id=run_id), 303)


@bp.post("/<int:run_id>/withdrawal")
@patient_required
def discard_import(run_id: int) -> ResponseReturnValue:
    """Forget a file that was not stored."""
    if not store.discard(current_patient(), run_id):
        abort(404)
    flash("Nothing was imported.")
    return redirect(url_for(".choose_file"), 303)


@bp.post("/<int:run_id>/reversal")
@patient_required
def undo_import(run_id: int) -> ResponseReturnValue:
    """Bring back what was there before; refused while some of it was changed since."""
    return _undo(run_id, leave_changed=False)


@bp.post("/<int:run_id>/reversal/of-the-rest")
@patient_required
def undo_rest_of_import(run_id: int) -> ResponseReturnValue:
    """Bring back what was there before, but leave alone what was changed since."""
    return _undo(run_id, leave_changed=True)


def _undo(run_id: int, *, leave_changed: bool) -> ResponseReturnValue:
    try:
        store.undo_import(current_patient(), run_id, leave_changed=leave_changed) or abort(404)
    except store.ChangedSinceError as error:
        return _show_import(run_id, ChoiceForm(), changed=error.names), error.status
    return redirect(url_for(".show_import", run_id=run_id), 303)


def _show_choice(form: FileForm, **values: Any) -> str:
    return render_template(
        "importers/choose_file.html",
        form=form,
        sources=all_sources(),
        runs=store.runs_of(current_patient()),
        **values,
    )


def _show_import(run_id: int, form: ChoiceForm, **values: Any) -> str:
    patient = current_patient()
    run = store.run_of(patient, run_id) or abort(404)
    page = "show_stored" if run.stored_at else "look_at_file"
    beside = {} if run.stored_at else _beside(run)
    source = all_sources()[run.source]
    return render_template(
        f"importers/{page}.html", run=run, source=source, form=form, **beside, **values
    )


def _beside(run: ImportRun) -> dict[str, Any]:
    parsed, comparison = store.compared(current_patient(), run)
    return {"parsed": parsed, "comparison": comparison}
