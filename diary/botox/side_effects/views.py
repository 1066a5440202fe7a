"""Recording side effects after Botox: list, add, change, remove."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.clock import last_day_of, today_of
from diary.accounts.gate import current_patient, patient_required
from diary.botox.side_effects import store
from diary.botox.side_effects.forms import STILL_THERE, ChangeForm, SideEffectForm
from diary.botox.side_effects.models import RecordedSideEffect
from diary.botox.store import sessions_of
from diary.clinical.side_effects import (
    SideEffect,
    Urgency,
    by_session,
    is_watched,
    session_before,
)
from diary.clinical.treatment import days_given
from diary.web.emergency import words_after_botox
from diary.web.formatting import short_date
from diary.web.forms import show_form
from diary.web.notices import say_with_undo

bp = Blueprint("side_effects", __name__, url_prefix="/botox/side-effects")


@bp.get("")
@patient_required
def list_side_effects() -> ResponseReturnValue:
    """Every side effect, by session and day after it."""
    patient, sessions = current_patient(), _sessions()
    groups = by_session(store.side_effect_rows_of(patient), sessions)
    return render_template(
        "botox/side_effects/list.html",
        groups=groups,
        sessions=sessions,
        is_watched=is_watched(today_of(patient), sessions),
    )


@bp.route("/new", methods=["GET", "POST"])
@patient_required
def add_side_effect() -> ResponseReturnValue:
    """Record a side effect; `?session=` names the date of the session it followed."""
    sessions = _sessions()
    chosen = request.args.get("session", type=date.fromisoformat)
    if chosen and chosen not in sessions:
        abort(404)
    form = SideEffectForm()
    effect = form.side_effect(_today(), sessions, chosen) if form.is_submitted() else None
    if effect is None:
        return _show(form, sessions, chosen=chosen)
    row = store.add_side_effect(current_patient(), effect)
    _say_urgent(effect)
    undo = url_for(".remove_side_effect", effect_id=row.id)
    say_with_undo(f"Saved: {_day_in_words(effect, sessions)}.", undo)
    return _to_list()


@bp.route("/<int:effect_id>", methods=["GET", "POST"])
@patient_required
def change_side_effect(effect_id: int) -> ResponseReturnValue:
    """One side effect, to change or remove."""
    patient, sessions = current_patient(), _sessions()
    row = store.side_effect_row_of(patient, effect_id) or abort(404)
    form = ChangeForm(obj=row, lasting=STILL_THERE if row.still_there else None)
    effect = form.side_effect(last_day_of(patient), sessions) if form.is_submitted() else None
    if effect is None:
        return _show(form, sessions, row=row)
    store.change_side_effect(patient, row.id, effect)
    _say_urgent(effect)
    flash(f"Changes saved: {_day_in_words(effect, sessions)}.")
    return _to_list()


@bp.post("/<int:effect_id>/removal")
@patient_required
def remove_side_effect(effect_id: int) -> ResponseReturnValue:
    """Take a side effect out of the diary."""
    if not store.remove_side_effect(current_patient(), effect_id):
        abort(404)
    say_with_undo("Side effect removed.", url_for(".restore_side_effect", effect_id=effect_id))
    return _to_list()


@bp.post("/<int:effect_id>/restoration")
@patient_required
def restore_side_effect(effect_id: int) -> ResponseReturnValue:
    """Undo a removal."""
    if not store.restore_side_effect(current_patient(), effect_id):
        abort(404)
    flash("The side effect is back.")
    return _to_list()


def _today() -> date:
    return today_of(current_patient())


def _sessions() -> list[date]:
    """The dates of the sessions given so far."""
    return days_given(sessions_of(current_patient()), last_day_of(current_patient()))


def _show(
    form: ChangeForm,
    sessions: list[date],
    *,
    row: RecordedSideEffect | None = None,
    chosen: date | None = None,
) -> ResponseReturnValue:
    return show_form(
        "botox/side_effects/side_effect.html",
        form,
        row=row,
        session=chosen or session_before(_today(), sessions),
        is_watched=is_watched(_today(), sessions),
    )


def _say_urgent(effect: SideEffect) -> None:
    """Say what cannot wait before anything else is said."""
    if effect.urgency:
        words = words_after_botox(current_patient().country)
        flash(words.call if effect.urgency is Urgency.CALL else words.get_help, "careful")


def _day_in_words(effect: SideEffect, sessions: list[date]) -> str:
    session = session_before(effect.began, sessions)
    if session is None:
        return short_date(effect.began)
    return f"day {(effect.began - session).days} after the session of {short_date(session)}"


def _to_list() -> ResponseReturnValue:
    return redirect(url_for(".list_side_effects"), 303)
