"""Pages to sign up, sign in and out, and of the account itself."""

from contextlib import suppress

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue

from diary.accounts import places, store
from diary.accounts.devices import (
    change_password_here,
    forget_here,
    sign_in_here,
    sign_out_here,
)
from diary.accounts.forms import AccountForm, ErasureForm, PasswordForm, SignInForm, SignUpForm
from diary.accounts.gate import current_account, public, sign_in_required, signed_in
from diary.web.forms import show_form
from diary.web.notices import say_with_undo
from diary.web.redirects import is_own_page

SIGNED_UP_AS = "signed_up_as"

bp = Blueprint("accounts", __name__)


@bp.route("/sign-up", methods=["GET", "POST"])
@public
def sign_up() -> ResponseReturnValue:
    """Open an account. A known e-mail address gets the same answer as a new one."""
    form = SignUpForm()
    if not form.validate_on_submit():
        return show_form("accounts/sign_up.html", form)
    with suppress(store.EmailTakenError):
        store.create_account(**form.person())
    cookie[SIGNED_UP_AS] = form.email.data
    flash("Your account is ready. Sign in with the e-mail address and password you chose.")
    return redirect(url_for(".sign_in"), 303)


@bp.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """Sign in and go on to the page asked for."""
    if signed_in() is not None:
        return redirect(_next_page(), 303)
    form = SignInForm(email=cookie.get(SIGNED_UP_AS))
    if not form.validate_on_submit():
        return show_form("accounts/sign_in.html", form)
    account = store.account_with(*form.proof())
    if account is None:
        form.form_errors.append("This e-mail address and password do not belong together.")
        return show_form("accounts/sign_in.html", form)
    sign_in_here(account)
    return redirect(_next_page(), 303)


@bp.get("/sign-out")
@sign_in_required
def ask_sign_out() -> ResponseReturnValue:
    """Ask once more before signing out."""
    return render_template("accounts/sign_out.html")


@bp.post("/sign-out")
@sign_in_required
def sign_out() -> ResponseReturnValue:
    """Sign out on this device."""
    sign_out_here()
    flash("You are signed out.")
    return redirect(url_for(".sign_in"), 303)


@bp.get("/account")
@sign_in_required
def show_account() -> ResponseReturnValue:
    """Show what the diary knows about the person, and where they are signed in."""
    account = current_account()
    return render_template(
        "accounts/account.html",
        form=AccountForm(obj=account),
        account=account,
        devices=store.sessions_of(account),
        here=signed_in(),
    )


@bp.post("/account")
@sign_in_required
def change_account() -> ResponseReturnValue:
    """Change name, time zone, birth date and country."""
    account, form = current_account(), AccountForm()
    if not form.validate():
        devices = store.sessions_of(account)
        return show_form(
            "accounts/account.html", form, account=account, devices=devices, here=signed_in()
        )
    store.change_person(account, **form.person())
    flash("Saved.")
    return redirect(url_for(".show_account"), 303)


@bp.post("/account/time-zone")
@sign_in_required
def move() -> ResponseReturnValue:
    """Let the days begin where the person is now: the zone that the tap names."""
    account, zone = current_account(), request.values.get("to", "")
    places.check_time_zone(zone)
    store.move(account, zone)
    say_with_undo(f"Saved. The diary now uses {zone}.", url_for(".move", to=account.time_zone))
    return redirect(url_for("today.show_today"), 303)


@bp.post("/account/country")
@sign_in_required
def settle() -> ResponseReturnValue:
    """Keep the country that the tap names, so that its emergency number is shown from now on."""
    account, country = current_account(), request.values.get("to") or None
    places.check_country(country)
    store.settle(account, country)
    say_with_undo("Country saved.", url_for(".settle", to=account.country or ""))
    return redirect(url_for("web.show_help"), 303)


@bp.post("/account/devices/<int:session_id>/end")
@sign_in_required
def end_device(session_id: int) -> ResponseReturnValue:
    """Sign out on another device."""
    if not store.end_session(current_account(), session_id):
        abort(404)
    flash("That device is signed out.")
    return redirect(url_for(".show_account"), 303)


@bp.route("/account/password", methods=["GET", "POST"])
@sign_in_required
def change_password() -> ResponseReturnValue:
    """Choose a new password, which signs out all other devices."""
    account, form = current_account(), PasswordForm()
    if not form.validate_on_submit():
        return show_form("accounts/password.html", form, account=account)
    change_password_here(account, form.new_password.data or "")
    flash("Your password is changed. All other devices are signed out.")
    return redirect(url_for(".show_account"), 303)


@bp.route("/account/erasure", methods=["GET", "POST"])
@sign_in_required
def erase() -> ResponseReturnValue:
    """Erase the account and the whole diary, after asking for the password."""
    account, form = current_account(), ErasureForm()
    if not form.validate_on_submit():
        return show_form("accounts/erasure.html", form, account=account)
    store.erase_account(account)
    forget_here()
    flash("Your account and everything in your diary is erased.")
    return redirect(url_for(".sign_up"), 303)


def _next_page() -> str:
    asked = request.args.get("next", "")
    return asked if is_own_page(asked) else f"{request.script_root}/"
