"""Every address, every method, everybody who may come: only those pass whom the rules name."""

import tomllib
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from werkzeug.test import TestResponse

from tests.authorisation.people import READERS, ROLES, SECRET, World, a_world, absent, rows_of_owner

RULES = tomllib.loads(Path(__file__).with_name("rules.toml").read_text())
KINDS, ADDRESSES = RULES["kinds"], RULES["addresses"]
PEOPLE = ("visitor", *ROLES, *READERS)
WITHOUT_ACCOUNT = ("visitor", *READERS)
NO_PASSAGE = {401, 403, 404}


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


def test_nobody_is_named_who_does_not_come() -> None:
    assert set(ADDRESSES.values()) == set(KINDS)
    assert {name for kind in KINDS.values() for name in kind["passes"]} == set(PEOPLE)


def test_whoever_is_not_named_is_refused_and_changes_nothing(app: Flask) -> None:
    world = a_world(app)
    before, wrong = rows_of_owner(app), []
    for rule, kind in ADDRESSES.items():
        for person in (one for one in PEOPLE if one not in KINDS[kind]["passes"]):
            answer = ask(world, rule, person)
            if not is_refused(world, rule, person, answer):
                wrong.append((rule, person, answer.status_code))
            assert SECRET.encode() not in answer.data
    assert wrong == []
    assert rows_of_owner(app) == before


@pytest.mark.parametrize("rule", ADDRESSES)
def test_whoever_is_named_passes_and_nobody_else_reads_a_note(app: Flask, rule: str) -> None:
    world = a_world(app)
    before = rows_of_owner(app)
    # The owner comes last: what she sends may end what the others came for.
    for person in sorted(KINDS[ADDRESSES[rule]]["passes"], key=lambda one: one == "owner"):
        if person == "owner" and ADDRESSES[rule] != "invited":
            assert rows_of_owner(app) == before
        answer = ask(world, rule, person)
        assert not asks_to_sign_in(answer), person
        assert answer.status_code not in NO_PASSAGE, (person, answer.status_code)
        assert person in ("owner", "full") or SECRET.encode() not in answer.data


def ask(world: World, rule: str, person: str) -> TestResponse:
    """What this person is answered."""
    method, address = rule.split(" ")
    return world.browsers[person].open(world.path(address, person), method=method)


def is_refused(world: World, rule: str, person: str, answer: TestResponse) -> bool:
    """Whether the refusal is the one that fits, and tells nothing."""
    role = KINDS[ADDRESSES[rule]].get("role")
    if person in WITHOUT_ACCOUNT and not KINDS[ADDRESSES[rule]].get("by_link"):
        return asks_to_sign_in(answer) if rule.startswith("GET") else answer.status_code == 401
    if role and ROLES[person] != role:
        return answer.status_code == 403
    method, address = rule.split(" ")
    nothing = world.browsers[person].open(absent(address), method=method)
    return nothing.status_code == answer.status_code == 404 and nothing.data == answer.data


def asks_to_sign_in(answer: TestResponse) -> bool:
    """Whether the answer leads to the sign-in page."""
    return answer.status_code == 303 and answer.location.startswith("/sign-in?")
