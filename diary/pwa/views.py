"""What makes the diary an app: manifest, service worker, offline page, and its shortcuts."""

import json
from datetime import date
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from diary.accounts.clock import today_of
from diary.accounts.gate import current_patient, patient_required
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.days.queue.forms import QueuedDayForm, QueuedHeadacheForm
from diary.days.store import day_of
from diary.days.wording import COMMON_TRIGGERS
from diary.pwa.manifest import manifest
from diary.pwa.shell import shell, shell_version
from diary.web.gates import public

bp = Blueprint("pwa", __name__)
ANY_DAY = date(2000, 1, 1)
"""The offline page belongs to no day: the phone puts in the one that is chosen there."""


@bp.get("/manifest.webmanifest")
@public
def show_manifest() -> Response:
    """How the app looks and starts on a home screen."""
    answer = jsonify(manifest())
    answer.mimetype = "application/manifest+json"
    answer.cache_control.no_cache = True
    return answer


@bp.get("/service-worker.js")
@public
def show_worker() -> Response:
    """Start the worker with the list of its files; a new version of any makes it a new worker."""
    script = json.dumps(url_for("static", filename="service-worker.js"))
    text = f"import {{ start }} from {script};\n\nstart({json.dumps(shell(), indent=2)});\n"
    answer = Response(text, mimetype="text/javascript")
    answer.cache_control.no_cache = True
    return answer


@bp.get("/offline")
@public
def show_offline() -> Response:
    """The page to write a day without a network. The same for everybody: it holds no diary."""
    form = QueuedDayForm(ANY_DAY, ZoneInfo("UTC"), ())
    form.offer(list(COMMON_TRIGGERS))
    answer = Response(
        render_template(
            "pwa/offline.html",
            form=form,
            headache=QueuedHeadacheForm(()),
            any_day=ANY_DAY,
            formulary=STANDARD_FORMULARY,
            without_person=True,
        )
    )
    answer.set_etag(shell_version())
    return answer


@bp.get("/shortcuts/no-headache")
@patient_required
def ask_no_headache() -> ResponseReturnValue:
    """One tap away from "no headache today"."""
    patient = current_patient()
    today = today_of(patient)
    return render_template("pwa/no_headache.html", today=today, stored=day_of(patient, today))


@bp.get("/shortcuts/headache-now")
@patient_required
def ask_headache_now() -> ResponseReturnValue:
    """One tap away from "a headache starts now"."""
    return render_template("pwa/headache_now.html")
