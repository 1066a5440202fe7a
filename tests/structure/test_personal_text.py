"""What people typed never changes how the page around it reads, on any page that shows it."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select, update
from werkzeug.routing import Rule

from diary.accounts.models import Account
from diary.clinical.day import Dose, Effect
from diary.database import Base, db, writing
from diary.days.store import day_of, write_day
from tests.authorisation.people import ON, World, a_world
from tests.diaries import a_migraine_day

COLUMNS = {
    "account": ["name"],
    "botox_session": ["product", "clinic", "injector", "note", "recorded_by"],
    "botox_side_effect": ["own_words", "note"],
    "event": ["text"],
    "own_medicine": ["name"],
    "preventive": ["medicine", "dose"],
    "share_link": ["name"],
}
"""What people type, by the table that keeps it; days are written as the diary does."""
OF_A_DAY = ("dose", "other dose", "trigger", "other trigger", "note")
READERS = ("owner", "full", "link")
TAG = re.compile(r"<(script|style|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)
BEGIN, END, LETTER = "\u2068", "\u2069", re.compile("[\u05d0-\u05ea]")
WORD = re.compile("\u05e9\u05dc\u05d5\u05dd[\u05d0-\u05ea]+")


def words(number: int) -> str:
    """Words from right to left with a number behind them, which pulls at whatever follows."""
    return f"\u05e9\u05dc\u05d5\u05dd{chr(0x5D0 + number)} 50"


def hostile(app: Flask) -> tuple[World, set[str]]:
    """A world in which every text of everybody is such words, and the words."""
    world, number = a_world(app), iter(range(27))
    with app.app_context():
        with writing() as session:
            for table, names in COLUMNS.items():
                values = {name: words(next(number)) for name in names}
                session.execute(update(Base.metadata.tables[table]).values(values))
        owner = db.session.scalars(select(Account).order_by(Account.id)).first()
        assert owner is not None
        dose, other, trigger, another, note = (words(next(number)) for _ in OF_A_DAY)
        doses = (Dose(name=dose, count=2, effect=Effect.HELPED), Dose(name=other, count=3))
        day = a_migraine_day(ON, doses=doses, triggers=(trigger, another, "3 coffees"), note=note)
        stored = day_of(owner, ON)
        write_day(owner, day, seen_revision=stored.revision if stored else None)
    return world, {words(one).split()[0] for one in range(next(number))}


def is_page(rule: Rule) -> bool:
    """Whether this may be a page that somebody reads."""
    return "GET" in (rule.methods or set()) and rule.endpoint != "static"


def turning(page: str) -> Iterator[str]:
    """The places of a page where letters from right to left stand open beside other text."""
    for text in TAG.sub("\0", page).split("\0"):
        for found in WORD.finditer(text):
            before = text[: found.start()]
            if before.count(BEGIN) <= before.count(END):
                yield text.strip()


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_no_text_of_a_person_turns_the_text_around_it(app: Flask) -> None:
    world, all_words = hostile(app)
    shown: set[str] = set()
    for rule in app.url_map.iter_rules():
        for person in READERS if is_page(rule) else ():
            page = world.browsers[person].get(world.path(rule.rule, person))
            if page.mimetype != "text/html" or page.status_code != 200:
                continue
            assert list(turning(page.text)) == [], f"{rule.rule} as {person}"
            shown |= set(WORD.findall(page.text))
    assert shown == all_words
