"""What a phone's queue asks for, and the page to choose between two versions of a day."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from diary.accounts.clock import now_of, today_of
from diary.accounts.gate import current_patient, patient_required
from diary.days.notice import say_saved
from diary.days.queue import store
from diary.days.queue.batch import read_batch
from diary.days.queue.both import show_both
from diary.days.queue.choice import Choice, both_together
from diary.days.queue.forms import ChoiceForm, VersionForm
from diary.days.queue.outcome import Answer
from diary.days.store import day_of
from diary.days.version import StaleDayError, read_document
from diary.web.json import json_taken, read_json

bp = Blueprint("queue", __name__)
SAID = {
    Choice.MINE: "Kept yours.",
    Choice.SAVED: "Kept the saved one.",
    Choice.BOTH: "Kept both together.",
}


@bp.get("/days/token")
@patient_required
def give_token() -> ResponseReturnValue:
    """Who is signed in, and what a queue needs to be sent."""
    patient = current_patient()
    return {
        "csrf_token": generate_csrf(),
        "account": patient.mark,
        "today": today_of(patient).isoformat(),
        "time_zone": patient.time_zone,
        "waiting": [on.isoformat() for on in store.waiting_dates(patient)],
    }


@bp.post("/days/batch")
@json_taken
@patient_required
def take_batch() -> ResponseReturnValue:
    """Take what was queued on a phone, and answer each item."""
    patient, received = current_patient(), read_json()
    answers = store.take_batch(patient, read_batch(received), now_of(patient))
    return {"answers": [_with_page(answer) for answer in answers]}


@bp.get("/days/<date:on>/conflict")
@patient_required
def show_conflict(on: date) -> ResponseReturnValue:
    """Two versions of a day side by side."""
    return _conflict_page(on, 200)


@bp.post("/days/<date:on>/conflict")
@patient_required
def settle_conflict(on: date) -> ResponseReturnValue:
    """Keep one of two versions, or both together."""
    patient, form = current_patient(), ChoiceForm.received()
    choice = Choice(form.keep.data)
    try:
        kept = store.settle(
            patient, on, form.client_id.data or "", choice, seen_revision=form.seen_revision()
        )
    except StaleDayError as error:
        flash("The saved one was changed just now. Look at both again.")
        return _conflict_page(on, error.status)
    say_saved(SAID[choice], kept.change, on)
    return redirect(url_for(".show_conflict", on=on), 303)


@bp.post("/days/<date:on>/versions")
@patient_required
def keep_version(on: date) -> ResponseReturnValue:
    """Keep what a page could not save because the day was changed elsewhere."""
    form = VersionForm.received()
    mine, choice = form.day(on), Choice(form.keep.data)
    try:
        kept = store.keep_version(
            current_patient(), mine, choice, seen_revision=form.seen_revision()
        )
    except StaleDayError as error:
        fields = [("mine", form.mine.data), ("keep", Choice.MINE)]
        return show_both(error, fields)
    say_saved(SAID[choice], kept.change, on)
    return redirect(url_for("days.show_day", on=on), 303)


def _conflict_page(on: date, status: int) -> ResponseReturnValue:
    """The page, or the day's own when nothing waits."""
    patient = current_patient()
    waiting, saved = store.waiting_version(patient, on), day_of(patient, on)
    if waiting is None or saved is None:
        return redirect(url_for("days.show_day", on=on), 303)
    mine = read_document(waiting.mine)
    page = render_template(
        "days/queue/conflict.html",
        client_id=waiting.client_id,
        mine=mine,
        saved=saved,
        both=both_together(mine, saved.day) if mine and saved.day else None,
        choices=Choice,
    )
    return page, status


def _with_page(answer: Answer) -> Answer:
    """Add where the patient chooses, for an answer of two versions."""
    if "day" not in answer:
        return answer
    return answer | {"page": url_for(".show_conflict", on=date.fromisoformat(answer["date"]))}
