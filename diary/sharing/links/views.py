"""The patient's links: made, shown once, looked after, and ended."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.clock import last_day_of, now_of
from diary.accounts.gate import current_patient, patient_required
from diary.sharing.links import store
from diary.sharing.links.forms import LinkForm
from diary.sharing.links.made import keep_secrets, secrets_of
from diary.sharing.links.page import LinksPage
from diary.sharing.links.terms import Terms, last_three_months
from diary.web.forms import show_form

bp = Blueprint("links", __name__, url_prefix="/shares/links")


@bp.get("")
@patient_required
def list_links() -> ResponseReturnValue:
    """Every link: what it shows, until when, how often it was opened."""
    patient = current_patient()
    page = LinksPage(now=now_of(patient), links=store.links_of(patient))
    return render_template("sharing/links/list.html", page=page)


@bp.get("/new")
@patient_required
def choose_terms() -> ResponseReturnValue:
    """Choose what to show."""
    form = LinkForm(last_day_of(current_patient()))
    return render_template("sharing/links/new.html", form=form)


@bp.post("")
@patient_required
def add_link() -> ResponseReturnValue:
    """Make a link as chosen."""
    form = LinkForm(last_day_of(current_patient()))
    if not form.validate():
        return show_form("sharing/links/new.html", form)
    return _make(form.terms())


@bp.post("/last-three-months")
@patient_required
def show_last_three_months() -> ResponseReturnValue:
    """Make a link to the last three months with a PIN, for two weeks."""
    return _make(last_three_months(last_day_of(current_patient())))


@bp.get("/<int:link_id>")
@patient_required
def show_link(link_id: int) -> ResponseReturnValue:
    """One link; with its code and PIN if it was made a moment ago, and never again."""
    patient = current_patient()
    link = store.link_of(patient, link_id) or abort(404)
    return render_template(
        "sharing/links/link.html", link=link, secrets=secrets_of(link), now=now_of(patient)
    )


@bp.post("/<int:link_id>/withdrawal")
@patient_required
def withdraw(link_id: int) -> ResponseReturnValue:
    """End a link at once."""
    if not store.withdraw_link(current_patient(), link_id):
        abort(404)
    flash("Done. The link opens nothing any more.")
    return redirect(url_for(".list_links"), 303)


@bp.post("/withdrawal")
@patient_required
def withdraw_all() -> ResponseReturnValue:
    """End all links at once."""
    store.withdraw_links(current_patient())
    flash("Done. None of your links opens anything any more.")
    return redirect(url_for(".list_links"), 303)


@bp.post("/<int:link_id>/unlocking")
@patient_required
def unlock(link_id: int) -> ResponseReturnValue:
    """Let PINs be tried again."""
    if not store.unlock(current_patient(), link_id):
        abort(404)
    flash("Done. The PIN can be tried again.")
    return redirect(url_for(".list_links"), 303)


def _make(terms: Terms) -> ResponseReturnValue:
    made = store.add_link(current_patient(), terms)
    keep_secrets(made)
    return redirect(url_for(".show_link", link_id=made.link.id), 303)
