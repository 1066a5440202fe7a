"""Whoever erases an account leaves no words behind: not in a worker's memory, not in its files."""

import gc
from datetime import date
from pathlib import Path
from secrets import token_hex

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from diary.accounts.models import Account
from diary.accounts.store import erase_account
from diary.botox.store import add_session
from diary.clinical.period import Period
from diary.clinical.treatment import BotoxSession, Preventive
from diary.database import db
from diary.days.store import write_days
from diary.medicines.kind import MedicineKind
from diary.medicines.preventives.store import add_preventive
from diary.medicines.store import add_own_medicine
from tests.authorisation.people import a_world
from tests.authorisation.test_matrix import ADDRESSES, ask
from tests.diaries import a_migraine_day, took

SPRING = Period(date(2026, 3, 1), date(2026, 5, 19))
READERS = ("owner", "full", "link")


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


def test_an_erased_account_leaves_none_of_its_words(app: Flask) -> None:
    word = token_hex(8)
    look_at_everything_and_erase(app, word)
    gc.collect()
    assert holders_of(word) == []
    assert [path for path in files_of(app) if word.encode() in path.read_bytes()] == []


def look_at_everything_and_erase(app: Flask, word: str) -> None:
    """Three people look at all pages of a diary with this word everywhere, then it is erased."""
    world = a_world(app)
    with app.app_context():
        owner = db.session.scalar(select(Account).where(Account.name == "owner"))
        assert owner is not None
        write_words(owner, word)
    pages = [rule for rule in ADDRESSES if rule.startswith("GET ")]
    shown = sum(
        word.encode() in ask(world, rule, person).data for rule in pages for person in READERS
    )
    assert shown > len(READERS)
    with app.app_context():
        erase_account(owner)


def write_words(owner: Account, word: str) -> None:
    """A diary, a session and medicines with the word in every text."""
    pill = f"pill {word}"
    told = {"note": f"note {word}", "triggers": (f"cat {word}",), "doses": took(pill)}
    write_days(owner, [a_migraine_day(on, **told) for on in SPRING])
    add_own_medicine(owner, name=pill, kind=MedicineKind.TRIPTAN)
    add_preventive(owner, Preventive(medicine=f"leaf {word}"))
    given = BotoxSession(date=date(2026, 3, 2), clinic=f"hill {word}", note=f"arm {word}")
    add_session(owner, given)


def holders_of(word: str) -> list[str]:
    """What in the memory of this process still holds a text with the word in it."""
    return [
        f"{type(one).__qualname__} in {[type(up).__qualname__ for up in gc.get_referrers(one)][:3]}"
        for one in gc.get_objects()
        for held in gc.get_referents(one)
        if isinstance(held, str | bytes) and held != word and has(held, word)
    ]


def has(held: str | bytes, word: str) -> bool:
    """Whether the text has the word in it."""
    return word in held if isinstance(held, str) else word.encode() in held


def files_of(app: Flask) -> list[Path]:
    """The files of an SQLite database; none where a server keeps them."""
    with app.app_context():
        path = Path(db.engine.url.database or "")
    return [path, *path.parent.glob(f"{path.name}-*")] if path.exists() else []
