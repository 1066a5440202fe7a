"""The page about the treatment: Botox in plain words, with what the rules and the trials say."""

from typing import Any

from flask import render_template

from diary.clinical.botox import WEEKS_IN_A_CYCLE
from diary.clinical.finding import Source
from diary.clinical.muscles import MOST_USUAL_UNITS, STANDARD_SITES, STANDARD_UNITS
from diary.clinical.rulebook import all_rules
from diary.clinical.side_effects import KINDS_IN_WORDS, URGENT_KINDS, SideEffectKind
from diary.clinical.trials import TRIALS, trials_in_words

STANDARD = {
    "units": STANDARD_UNITS,
    "sites": STANDARD_SITES,
    "most_units": MOST_USUAL_UNITS,
    "weeks": WEEKS_IN_A_CYCLE,
}
UNNAMED = {*URGENT_KINDS, SideEffectKind.OTHER}
BOTOX_RULE = "botox_"


def treatment_page() -> str:
    """What Botox does, for whom, how a session goes, what to ask; every number from its one place."""
    return render_template("web/botox/about.html", **_facts())


def _facts() -> dict[str, Any]:
    return {
        "standard": STANDARD,
        "rules": all_rules(),
        "trials": TRIALS,
        "trial_rows": [
            [trial.paper.citation, str(trial.botox), str(trial.placebo), str(trial.difference)]
            for trial in TRIALS
        ],
        "trials_in_words": trials_in_words(),
        "kinds": [words for kind, words in KINDS_IN_WORDS.items() if kind not in UNNAMED],
        "sources": _sources(),
    }


def _sources() -> list[Source]:
    """Every document named on the page, once."""
    of_rules = [rule.source for name, rule in all_rules().items() if name.startswith(BOTOX_RULE)]
    return list(dict.fromkeys([*of_rules, *(trial.paper for trial in TRIALS)]))
