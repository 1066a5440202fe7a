"""Whoever looks at a page, nobody has to wait with writing until its days are counted."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import event

from diary.database import db
from tests.authorisation.people import a_world
from tests.authorisation.test_matrix import ADDRESSES, KINDS, ask

READS_DAYS = re.compile(r"SELECT\b.*\b(FROM|JOIN) day\b", re.DOTALL)
FEWEST_PAGES = 40


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_no_page_holds_the_write_lock_while_its_days_are_read(app: Flask) -> None:
    world, read, locked = a_world(app), set(), set()
    # Its first visitor makes the demo, and counts what is written.
    ask(world, "GET /demo", "visitor")
    pages = [rule for rule in ADDRESSES if rule.startswith("GET ")]
    looks = [(rule, person) for rule in pages for person in who_looks(rule)]
    for rule, person in looks:
        with readings(app) as found:
            ask(world, rule, person)
        read |= {(rule, person)} if found else set()
        locked |= {(rule, person)} if any(found) else set()
    assert len(read) >= FEWEST_PAGES
    assert locked == set()


def who_looks(rule: str) -> set[str]:
    """One person of every kind that may."""
    named = set(KINDS[ADDRESSES[rule]]["passes"])
    return named & {"owner", "full", "link"} or named


@contextmanager
def readings(app: Flask) -> Iterator[list[bool]]:
    """For every statement that reads days, whether others had to wait with writing meanwhile."""
    found: list[bool] = []
    with app.app_context():
        engine, path = db.engine, db.engine.url.database or ""

    def try_to_write(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if READS_DAYS.match(statement):
            found.append(is_locked(path))

    event.listen(engine, "after_cursor_execute", try_to_write)
    try:
        yield found
    finally:
        event.remove(engine, "after_cursor_execute", try_to_write)


def is_locked(path: str) -> bool:
    """Whether somebody is writing into this database."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as another:
        try:
            another.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        another.execute("ROLLBACK")
        return False
