"""The pages that belong to nobody: when to get help, what this is, everything else there is."""

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from diary.clinical.rulebook import all_rules
from diary.clinical.trials import TRIALS, trials_in_words
from diary.web.emergency import (
    advice_line,
    countries_with_number,
    emergency_number,
    number_to_call,
    words_after_botox,
)
from diary.web.gates import public
from diary.web.stylesheet import answer_stylesheet, stylesheet_address
from diary.web.treatment import treatment_page

bp = Blueprint("web", __name__)
for words in (stylesheet_address, advice_line, emergency_number, number_to_call, words_after_botox):
    bp.add_app_template_global(words)


@bp.get("/style.css")
@public
def show_stylesheet() -> Response:
    """The whole style sheet; a version in its address makes browsers fetch a new one."""
    return answer_stylesheet()


@bp.get("/help-now")
@public
def show_help() -> ResponseReturnValue:
    """When a headache needs help now, and whom to call; `?country=` chooses the numbers."""
    return render_template(
        "web/help_now.html",
        asked=request.args.get("country"),
        countries=countries_with_number(),
    )


@bp.get("/about/botox")
@public
def show_botox() -> ResponseReturnValue:
    """Botox in plain words."""
    return treatment_page()


@bp.get("/about")
@public
def show_about() -> ResponseReturnValue:
    """What the diary is and is not, and where its rules come from."""
    return render_template(
        "web/about.html",
        rules=all_rules().values(),
        trials=TRIALS,
        trials_in_words=trials_in_words(),
    )


@bp.get("/more")
@public
def show_more() -> ResponseReturnValue:
    """Every place that is not in the bottom bar."""
    return render_template("web/more.html")
