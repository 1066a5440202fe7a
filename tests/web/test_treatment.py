"""The page about the treatment."""

import re

import pytest
from flask.testing import FlaskClient

from diary.clinical.rulebook import all_rules
from diary.clinical.trials import TRIALS

ADDRESS = "/about/botox"


@pytest.fixture
def page(client: FlaskClient) -> str:
    """The page, as a visitor reads it."""
    return client.get(ADDRESS).text


def test_the_contents_lead_to_every_part_in_order(page: str) -> None:
    led_to = re.findall(r'<li><a href="#([a-z-]+)"', page)
    parts = re.findall(r'<section class="stack" id="([a-z-]+)"', page)
    assert len(led_to) == 9
    assert parts == [*led_to, "sources"]


def test_every_trial_stands_beside_its_placebo(page: str) -> None:
    for trial in TRIALS:
        cells = [trial.botox, trial.placebo, trial.difference]
        row = "".join(f'<td class="data-table__cell">{cell}</td>' for cell in cells)
        assert row in page


def test_every_rule_on_botox_stands_in_its_own_words_with_its_source(page: str) -> None:
    rules = [rule for name, rule in all_rules().items() if name.startswith("botox_")]
    assert len(rules) >= 8
    assert [rule.name for rule in rules if rule.definition not in page] == []
    assert [rule.name for rule in rules if rule.source.citation not in page] == []


def test_no_side_effect_has_a_figure(page: str) -> None:
    part = page[page.index('id="side-effects"') : page.index('id="first"')]
    assert "neck pain" in part
    assert re.findall(r"\d+ ?%|in \d+ people", part) == []


def test_it_leads_to_the_evidence_and_to_help(page: str) -> None:
    assert 'href="/botox/evidence"' in page
    assert 'href="/help-now"' in page


@pytest.mark.parametrize("address", ["/", "/about", "/more", "/demo/botox"])
def test_it_is_reached_from_where_people_look(client: FlaskClient, address: str) -> None:
    assert f'href="{ADDRESS}"' in client.get(address).text
