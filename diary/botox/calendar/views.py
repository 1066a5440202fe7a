"""The next session in the patient's own calendar: words, file, private address."""

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    make_response,
    redirect,
    url_for,
)
from flask import session as cookie
from flask.typing import ResponseReturnValue

from diary.accounts.clock import last_day_of
from diary.accounts.gate import current_patient, patient_required, public
from diary.accounts.models import Account
from diary.botox.calendar import store
from diary.botox.calendar.appointments import MEDIA_TYPE, appointments_of, write_calendar
from diary.botox.calendar.forms import WordingForm
from diary.botox.calendar.models import SessionCalendar, Wording
from diary.botox.store import session_rows_of
from diary.web.forms import show_form

TOKEN = "calendar_token"  # noqa: S105
FILE = "appointment.ics"

bp = Blueprint("session_calendar", __name__)


@bp.route("/botox/calendar", methods=["GET", "POST"])
@patient_required
def show_calendar() -> ResponseReturnValue:
    """The choices; a new address is shown here once."""
    patient = current_patient()
    calendar = store.calendar_of(patient)
    form = WordingForm(data={"wording": calendar.wording})
    if form.validate_on_submit():
        store.choose_wording(patient, Wording(form.wording.data))
        flash("Your calendar will say so.")
        return _back()
    token = cookie.pop(TOKEN, None)
    address = url_for(".read_calendar", token=token, _external=True) if token else None
    rows = session_rows_of(patient)
    days = [one.day for one in appointments_of(patient, rows, last_day_of(patient))]
    return show_form("botox/calendar.html", form, calendar=calendar, address=address, days=days)


@bp.get("/botox/calendar/file")
@patient_required
def download_calendar() -> ResponseReturnValue:
    """The sessions to come as a file for a calendar."""
    patient = current_patient()
    answer = _file(patient, store.calendar_of(patient))
    answer.headers.set("Content-Disposition", "attachment", filename=FILE)
    return answer


@bp.post("/botox/calendar/address")
@patient_required
def make_address() -> ResponseReturnValue:
    """Make an address, or a new one in place of the old."""
    cookie[TOKEN] = store.make_address(current_patient())
    return _back()


@bp.post("/botox/calendar/address/removal")
@patient_required
def switch_address_off() -> ResponseReturnValue:
    """Let nobody read the calendar by its address."""
    store.switch_address_off(current_patient())
    flash("The address is switched off. Calendars that used it get nothing from now on.")
    return _back()


@bp.get("/calendar/<token>.ics")
@public
def read_calendar(token: str) -> ResponseReturnValue:
    """The sessions to come, for whoever has the address; 404 for any other."""
    patient, calendar = store.calendar_at(token) or abort(404)
    return _file(patient, calendar)


def _file(patient: Account, calendar: SessionCalendar) -> Response:
    rows = session_rows_of(patient)
    appointments = appointments_of(patient, rows, last_day_of(patient))
    answer = make_response(write_calendar(appointments, calendar.wording.words))
    answer.headers["Content-Type"] = MEDIA_TYPE
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _back() -> ResponseReturnValue:
    return redirect(url_for(".show_calendar"), 303)
