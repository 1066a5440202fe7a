"""What else changed beside the treatment: a list, to add to, change and remove."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.gate import current_patient, patient_required
from diary.events import store
from diary.events.forms import EventForm
from diary.web.forms import show_form
from diary.web.notices import say_with_undo

TEMPLATE = "events/event.html"

bp = Blueprint("events", __name__, url_prefix="/events")


@bp.get("")
@patient_required
def list_events() -> ResponseReturnValue:
    """Everything written down, the latest first."""
    return render_template("events/list.html", rows=store.event_rows_of(current_patient()))


@bp.route("/new", methods=["GET", "POST"])
@patient_required
def add_event() -> ResponseReturnValue:
    """Write down what changed."""
    form = EventForm()
    if not form.validate_on_submit():
        return show_form(TEMPLATE, form, row=None)
    store.add_event(current_patient(), form.event())
    flash("Saved.")
    return _to_list()


@bp.route("/<int:event_id>", methods=["GET", "POST"])
@patient_required
def change_event(event_id: int) -> ResponseReturnValue:
    """One event, to change or remove."""
    row = store.event_row_of(current_patient(), event_id) or abort(404)
    form = EventForm(obj=row)
    if not form.validate_on_submit():
        return show_form(TEMPLATE, form, row=row)
    store.change_event(current_patient(), row.id, form.event())
    flash("Changes saved.")
    return _to_list()


@bp.post("/<int:event_id>/removal")
@patient_required
def remove_event(event_id: int) -> ResponseReturnValue:
    """Take an event out of the diary."""
    if not store.remove_event(current_patient(), event_id):
        abort(404)
    say_with_undo("Removed.", url_for(".restore_event", event_id=event_id))
    return _to_list()


@bp.post("/<int:event_id>/restoration")
@patient_required
def restore_event(event_id: int) -> ResponseReturnValue:
    """Undo a removal."""
    if not store.restore_event(current_patient(), event_id):
        abort(404)
    flash("Back on your list.")
    return _to_list()


def _to_list() -> ResponseReturnValue:
    return redirect(url_for(".list_events"), 303)
