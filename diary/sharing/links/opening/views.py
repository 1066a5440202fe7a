"""From a link to the diary: nothing is shown, and nothing happens, before a person asks for it.

The token stands in the fragment of the address, which no server, chat preview or mail scanner gets
to see; it is sent when somebody opens the link with a click.
"""

from datetime import UTC, datetime

from flask import Blueprint, Response, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from diary.accounts import passwords
from diary.sharing.links.opening import store
from diary.sharing.links.opening.cookie import forget, remember, token_of
from diary.sharing.links.opening.forms import PinForm, TokenForm
from diary.sharing.links.opening.gate import link_required, nothing_here
from diary.sharing.links.tokens import token_in
from diary.sharing.links.tries import Tries
from diary.web.forms import show_form
from diary.web.gates import public

OPEN_PAGE, PIN_PAGE = "sharing/links/open.html", "sharing/links/pin.html"
OVERVIEW = "linked.show_overview"

bp = Blueprint("opening", __name__, url_prefix="/s/<public_id>")


@bp.after_request
def keep_out_of_searches(response: Response) -> Response:
    """Tell search engines to forget that they were here."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@bp.get("")
@public
def show_link(public_id: str) -> ResponseReturnValue:
    """The same page for every link, whether there is one or not."""
    return render_template(OPEN_PAGE, form=TokenForm(), public_id=public_id)


@bp.post("")
@public
def open_link(public_id: str) -> ResponseReturnValue:
    """Open the link, then ask for the PIN if it has one."""
    form = TokenForm()
    if not form.validate():
        return show_form(OPEN_PAGE, form, public_id=public_id)
    token = token_in(form.code.data or "")
    opened = (store.open_link(public_id, token) if token else None) or nothing_here()
    return _lead(OVERVIEW if opened.may_read else ".ask_pin", public_id, opened)


@bp.get("/pin")
@link_required
def ask_pin(public_id: str) -> ResponseReturnValue:
    """Ask for the PIN, and say nothing of whose diary it is."""
    held = store.opened_link(public_id, token_of(public_id)) or nothing_here()
    if held.browser.may_read:
        return redirect(url_for(OVERVIEW, public_id=public_id), 303)
    return _show_pin(public_id, PinForm(), held.link.tries)


@bp.post("/pin")
@link_required
def give_pin(public_id: str) -> ResponseReturnValue:
    """Let the browser read if the PIN is right; count it if it is wrong."""
    form, token = PinForm(), token_of(public_id)
    held = store.opened_link(public_id, token) or nothing_here()
    if not form.validate():
        return _show_pin(public_id, form, held.link.tries)
    attempt = store.take_a_try(public_id, token) or nothing_here()
    if not attempt.is_allowed or not passwords.matches(form.pin.data or "", attempt.pin_hash):
        form.say_wrong(attempt.tries.left)
        return _show_pin(public_id, form, attempt.tries)
    opened = store.let_read(public_id, token) or nothing_here()
    return _lead(OVERVIEW, public_id, opened)


@bp.get("/diary/close")
@link_required
def ask_to_close(public_id: str) -> ResponseReturnValue:
    """Ask before the diary is closed."""
    return render_template("sharing/links/close.html", public_id=public_id)


@bp.post("/diary/close")
@link_required
def close(public_id: str) -> ResponseReturnValue:
    """Let this browser read no more."""
    store.close(token_of(public_id))
    flash("The diary is closed. Nothing of it is kept in this browser.")
    return forget(
        make_response(redirect(url_for(".show_link", public_id=public_id), 303)), public_id
    )


def _show_pin(public_id: str, form: PinForm, tries: Tries) -> ResponseReturnValue:
    refusal = tries.refusal(datetime.now(UTC))
    if refusal:
        return render_template(PIN_PAGE, refusal=refusal, public_id=public_id), 429
    return show_form(PIN_PAGE, form)


def _lead(to: str, public_id: str, opened: store.Opened) -> Response:
    response = make_response(redirect(url_for(to, public_id=public_id), 303))
    return remember(response, public_id, opened.token)
