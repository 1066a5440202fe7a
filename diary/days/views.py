"""Pages to write the diary: a whole day, and single answers with one tap."""

from datetime import date
from zoneinfo import ZoneInfo

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from diary.accounts.clock import last_date_to_write, last_day_of, now_of
from diary.accounts.gate import current_patient, patient_required
from diary.accounts.models import Account
from diary.clinical.day import DiaryDayError
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.days import amend, store
from diary.days.dose_form import dose_of
from diary.days.forms import DayForm
from diary.days.headaches.store import NOT_UNDONE, undo_change
from diary.days.notice import say_saved
from diary.days.page import build_day_page
from diary.days.queue.both import show_both
from diary.days.taps import (
    ClearDaysForm,
    DoseForm,
    EffectForm,
    SeverityForm,
    TapError,
    TapForm,
)
from diary.days.version import StaleDayError, StoredDay
from diary.days.wording import and_cleared, at_time, lines_of, taken, times_of, what_is_repeated
from diary.dose_notation import write_dose
from diary.web.errors import error_page, problem
from diary.web.formatting import brief_date
from diary.web.origin import is_page_unwanted
from diary.web.redirects import is_own_page
from diary.web.refusals import aim_at_first_refusal, refusals

ALL_RECORDED = "Nothing was saved: these days are in the diary already."
LEFT_ALONE = "Undone, but not what was changed since: {}."
MOST_SHOWN = 100
STILL_TO_COME = "This day is still to come. It can be filled in when it is there."

bp = Blueprint("days", __name__)
for words in (lines_of, times_of, at_time, taken, write_dose):
    bp.add_app_template_filter(words)


@bp.get("/days/<date:on>")
@patient_required
def show_day(on: date) -> ResponseReturnValue:
    """The whole day on one page."""
    patient = current_patient()
    if on > last_date_to_write(patient):
        abort(404, STILL_TO_COME)
    return _day_page(patient, on)


@bp.post("/days/<date:on>")
@patient_required
def log_day(on: date) -> ResponseReturnValue:
    """Store the whole day as it was on screen."""
    patient = _patient_writing(on)
    form, now = DayForm(on, ZoneInfo(patient.time_zone)), now_of(patient)
    if not form.validate():
        return _not_saved(patient, on, form)
    try:
        stored = store.amend_day(
            patient, on, lambda day: form.to_day(day, now), seen_revision=form.seen_revision()
        )
    except DiaryDayError as error:
        form.refuse(error)
        return _not_saved(patient, on, form)
    return _saved(stored, form)


@bp.post("/days/<date:on>/severity")
@patient_required
def log_severity(on: date) -> ResponseReturnValue:
    """One tap on how bad it is."""
    patient, form = _patient_writing(on), SeverityForm.received()
    return _tapped(patient, on, form, amend.to_severity(on, form.chosen(), now_of(patient)))


@bp.post("/days/<date:on>/like-last-time")
@patient_required
def repeat_last(on: date) -> ResponseReturnValue:
    """One tap for a headache like the last one."""
    patient, form = _patient_writing(on), TapForm.received()
    last = store.last_headache_before(patient, on)
    if last is None:
        raise TapError("There is no earlier headache in the diary yet. Choose how bad it is.")
    said = f"Saved: {brief_date(on)}, like {brief_date(last.date)}: {what_is_repeated(last)}."
    return _tapped(patient, on, form, amend.like_last_time(on, last, now_of(patient)), said)


@bp.post("/days/<date:on>/doses")
@patient_required
def add_dose(on: date) -> ResponseReturnValue:
    """One tap on a medicine."""
    patient, form = _patient_writing(on), DoseForm.received()
    dose = dose_of(form.dose.data or "")
    if form.headache.data:
        return _tapped(patient, on, form, amend.add_dose_in_headache(on, dose, now_of(patient)))
    return _tapped(patient, on, form, amend.add_dose(dose))


@bp.post("/days/<date:on>/doses/<int:index>/effect")
@patient_required
def rate_dose(on: date, index: int) -> ResponseReturnValue:
    """One tap on whether a dose helped."""
    patient, form = _patient_writing(on), EffectForm.received()
    return _tapped(patient, on, form, amend.rate_dose(index, form.effect.data))


@bp.post("/days/<date:on>/removal")
@patient_required
def remove_day(on: date) -> ResponseReturnValue:
    """Make the day unrecorded again."""
    patient, form = _patient_writing(on), TapForm.received()
    stored = store.remove_day(patient, on, seen_revision=form.seen_revision())
    if stored is not None:
        say_saved("Removed. This day now counts as not recorded.", stored.change, on)
    return redirect(url_for(".show_day", on=on), 303)


@bp.post("/clear-days")
@patient_required
def log_clear_days() -> ResponseReturnValue:
    """Record days without headache where nothing is recorded yet."""
    patient = current_patient()
    dates, change = ClearDaysForm().dates(last_day_of(patient)), store.new_change()
    stored = store.write_clear_days(patient, dates, now_of(patient), change=change)
    written = [one for one in stored.values() if one.change == change]
    if written:
        say_saved(f"Saved: {len(written)} clear {'day' if len(written) == 1 else 'days'}.", change)
    else:
        flash(ALL_RECORDED)
    return _back_or(url_for("today.show_today"))


@bp.post("/changes/<change>/reversal")
@patient_required
def reverse_change(change: str) -> ResponseReturnValue:
    """Undo what was just saved, where nothing was written since."""
    patient = current_patient()
    left = ", ".join(brief_date(on) for on in store.changed_since(patient, change))
    undone = undo_change(patient, change)
    flash((LEFT_ALONE.format(left) if left else "Undone.") if undone else NOT_UNDONE)
    on = request.args.get("day", type=date.fromisoformat)
    return redirect(url_for(".show_day", on=on) if on else url_for("today.show_today"), 303)


@bp.get("/days/<date:on>/history")
@patient_required
def show_history(on: date) -> ResponseReturnValue:
    """The versions of a day, as many as a page can show."""
    patient = current_patient()
    shown = {"versions": store.history_of(patient, on, MOST_SHOWN), "most": MOST_SHOWN}
    return render_template("days/history.html", on=on, patient=patient, **shown)


@bp.errorhandler(DiaryDayError)
def _refused(error: DiaryDayError) -> ResponseReturnValue:
    return error_page(422, str(error))


@bp.errorhandler(StaleDayError)
def _show_both(error: StaleDayError) -> ResponseReturnValue:
    """Both versions of a day, with what was typed ready to be sent again."""
    fields = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in ("csrf_token", "revision")
    ]
    return show_both(error, fields)


def _patient_writing(on: date) -> Account:
    """The patient, unless the day is still to come; tomorrow may be written ahead."""
    patient = current_patient()
    if on > last_date_to_write(patient):
        raise TapError(STILL_TO_COME)
    return patient


def _day_page(patient: Account, on: date, form: DayForm | None = None) -> str:
    page = build_day_page(patient, on)
    form = form or DayForm(on, ZoneInfo(patient.time_zone), page.stored)
    form.offer(page.triggers)
    return render_template(
        "days/day.html",
        page=page,
        form=form,
        formulary=STANDARD_FORMULARY,
        last=last_day_of(patient),
    )


def _not_saved(patient: Account, on: date, form: DayForm) -> ResponseReturnValue:
    """The page as it was filled in, at the first answer at fault; only the faults for a script."""
    if is_page_unwanted():
        return problem(422, errors=refusals(form))
    aim_at_first_refusal(form)
    return _day_page(patient, on, form), 422


def _saved(stored: StoredDay, form: DayForm) -> ResponseReturnValue:
    """Lead back to the page; where no page is wanted, only what it could not know (RFC 7240)."""
    cleared = and_cleared(stored.replaced, stored.day)
    if is_page_unwanted():
        return _revision_only(stored, f"Saved.{cleared}" if cleared else "")
    say_saved(f"Saved.{cleared}", stored.change, stored.on)
    return redirect(url_for(".show_day", on=stored.on, _anchor=form.part()), 303)


def _revision_only(stored: StoredDay, said: str) -> Response:
    """The new revision, and what was cleared with the way to take that back."""
    undo = url_for(".reverse_change", change=stored.change, day=stored.on)
    answer = jsonify(said=said, undo=undo) if said else Response(status=204)
    answer.set_etag(str(stored.revision))
    if not said:
        del answer.headers["Content-Type"]
    return answer


def _tapped(
    patient: Account, on: date, form: TapForm, amendment: amend.Amendment, said: str = ""
) -> ResponseReturnValue:
    """Lead back to today, where this day stays open for the next answer."""
    stored = store.amend_day(patient, on, amendment, seen_revision=form.seen_revision())
    said = said or f"Saved: {brief_date(on)}."
    say_saved(said + and_cleared(stored.replaced, stored.day), stored.change)
    return _back_or(url_for("today.show_today", day=on))


def _back_or(address: str) -> ResponseReturnValue:
    back = request.args.get("back", "")
    return redirect(back if is_own_page(back) else address, 303)
