"""Pages for a headache with start and end: started now, over now, or told afterwards."""

from zoneinfo import ZoneInfo

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.clock import now_of
from diary.accounts.gate import current_patient, patient_required
from diary.days.agreement import Agreement, DisagreementError
from diary.days.headaches import store
from diary.days.headaches.forms import EndForm, HeadacheForm, TimesForm, day_of
from diary.days.notice import say_saved
from diary.web.formatting import brief_date
from diary.web.forms import show_form

bp = Blueprint("headaches", __name__, url_prefix="/headaches")


@bp.post("/running")
@patient_required
def start() -> ResponseReturnValue:
    """A headache starts now."""
    patient, form = current_patient(), TimesForm()
    now = now_of(patient)
    agreement = form.agreement() if form.validate() else Agreement()
    try:
        change = store.start_headache(patient, now=now, agreement=agreement)
    except DisagreementError as error:
        return _ask(error, form, starts_now=True)
    say_saved(f"Saved: started {brief_date(now)}, {now:%H:%M}.", change)
    return redirect(url_for("today.show_today"), 303)


@bp.get("/running/end")
@patient_required
def ask_end() -> ResponseReturnValue:
    """Ask when the running headache ended."""
    return _end_page(EndForm())


@bp.post("/running/end")
@patient_required
def end() -> ResponseReturnValue:
    """The running headache is over: now, or at the time given."""
    patient, form = current_patient(), EndForm()
    now, since = now_of(patient), store.running_since(patient)
    ends = form.end(ZoneInfo(patient.time_zone), now, since)
    if ends is None or form.wants_other_times():
        return _end_page(form)
    try:
        change = store.end_headache(patient, ends=ends, now=now, agreement=form.agreement())
    except store.HeadacheError as error:
        form.refuse(error)
        return _end_page(form)
    except DisagreementError as error:
        return _ask(error, form, runs=True)
    say_saved("Saved. Good that it is over.", change)
    return redirect(url_for("today.show_today"), 303)


@bp.post("/running/removal")
@patient_required
def discard() -> ResponseReturnValue:
    """The running headache was started by mistake."""
    say_saved("Removed: that headache never was.", store.discard_headache(current_patient()))
    return redirect(url_for("today.show_today"), 303)


@bp.route("", methods=["GET", "POST"])
@patient_required
def log_headache() -> ResponseReturnValue:
    """A headache told with its start and end."""
    patient, form = current_patient(), HeadacheForm()
    zone = ZoneInfo(patient.time_zone)
    times = form.times(zone) if form.is_submitted() else None
    if times is None or form.wants_other_times():
        return show_form("days/headaches/headache.html", form)
    starts, ends = times
    try:
        change = store.record_headache(
            patient, starts=starts, ends=ends, now=now_of(patient), agreement=form.agreement()
        )
    except store.HeadacheError as error:
        form.refuse(error)
        return show_form("days/headaches/headache.html", form)
    except DisagreementError as error:
        return _ask(error, form)
    on = day_of(starts, zone)
    say_saved("Saved on every day it touched.", change, on)
    return redirect(url_for("days.show_day", on=on), 303)


def _end_page(form: EndForm) -> ResponseReturnValue:
    patient = current_patient()
    now, since = now_of(patient), store.running_since(patient)
    long = bool(since and store.is_long(since, now))
    return show_form("days/headaches/end.html", form, since=since, is_long=long, now=now)


def _ask(error: DisagreementError, form: TimesForm, **kind: bool) -> ResponseReturnValue:
    """The days that say otherwise, and what can be done; nothing is chosen yet."""
    page = render_template("days/headaches/both.html", versions=error.versions, form=form, **kind)
    return page, error.status
