"""Pages for a headache with start and end: started now, over now, or told afterwards."""

from zoneinfo import ZoneInfo

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.clock import now_of
from diary.accounts.gate import current_patient, patient_required
from diary.days.headaches import store
from diary.days.headaches.forms import EndForm, HeadacheForm, day_of
from diary.days.notice import say_saved
from diary.web.formatting import brief_date
from diary.web.forms import show_form

bp = Blueprint("headaches", __name__, url_prefix="/headaches")


@bp.post("/running")
@patient_required
def start() -> ResponseReturnValue:
    """A headache starts now."""
    patient = current_patient()
    now = now_of(patient)
    say_saved(
        f"Saved: started {brief_date(now)}, {now:%H:%M}.", store.start_headache(patient, now=now)
    )
    return redirect(url_for("today.show_today"), 303)


@bp.get("/running/end")
@patient_required
def ask_end() -> ResponseReturnValue:
    """Ask when the running headache ended."""
    return show_form("days/headaches/end.html", EndForm())


@bp.post("/running/end")
@patient_required
def end() -> ResponseReturnValue:
    """The running headache is over: now, or at the time given."""
    patient, form = current_patient(), EndForm()
    now = now_of(patient)
    ends = form.end(ZoneInfo(patient.time_zone), now)
    try:
        if ends is None:
            return show_form("days/headaches/end.html", form)
        change = store.end_headache(patient, ends=ends, now=now)
    except store.HeadacheError as error:
        form.refuse(error)
        return show_form("days/headaches/end.html", form)
    say_saved("Saved. Good that it is over.", change)
    return redirect(url_for("today.show_today"), 303)


@bp.route("", methods=["GET", "POST"])
@patient_required
def log_headache() -> ResponseReturnValue:
    """A headache told with its start and end."""
    patient, form = current_patient(), HeadacheForm()
    zone = ZoneInfo(patient.time_zone)
    times = form.times(zone) if form.is_submitted() else None
    if times is None:
        return show_form("days/headaches/headache.html", form)
    starts, ends = times
    try:
        change = store.record_headache(patient, starts=starts, ends=ends, now=now_of(patient))
    except store.HeadacheError as error:
        form.refuse(error)
        return show_form("days/headaches/headache.html", form)
    on = day_of(starts, zone)
    say_saved("Saved on every day it touched.", change, on)
    return redirect(url_for("days.show_day", on=on), 303)
