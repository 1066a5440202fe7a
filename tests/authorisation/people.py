"""Everybody who may come to the owner's diary, and what of hers has a number."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from diary.accounts.models import Account, Role, SignInSession
from diary.botox.calendar.store import make_address
from diary.botox.side_effects.store import add_side_effect
from diary.botox.store import add_session
from diary.clinical.side_effects import SideEffect, SideEffectKind
from diary.clinical.treatment import BotoxSession, Preventive
from diary.database import Base, db, writing
from diary.days.store import write_day
from diary.events.event import Event, EventKind
from diary.events.store import add_event
from diary.importers.registry import all_sources
from diary.importers.store import keep_file
from diary.medicines.preventives.store import add_preventive
from diary.medicines.store import add_own_medicine
from diary.sharing.grant import Grant
from diary.sharing.invitations.store import invite
from diary.sharing.links.models import ShareLink
from diary.sharing.links.store import MadeLink
from diary.sharing.models import Share
from diary.sharing.scope import WHOLE, Scope
from tests.cast import a_person, browser_of, password_hash
from tests.diaries import a_migraine_day, took
from tests.sharing.links.links import a_link, opened
from tests.sharing.shares import a_share

ON = date(2026, 4, 2)
SECRET = "a secret of the owner"
VARIABLE = re.compile(r"<(?:\w+:)?(\w+)>")
ROLES = {
    "owner": Role.PATIENT,
    "other patient": Role.PATIENT,
    "full": Role.CLINICIAN,
    "read only": Role.CLINICIAN,
    "limited": Role.CLINICIAN,
    "withdrawn": Role.CLINICIAN,
    "expired": Role.CLINICIAN,
    "no grant": Role.CLINICIAN,
}
READERS = ("link", "link before its PIN", "link withdrawn", "link expired")
"""Whoever opened a link to the owner's diary; they have no account."""
LIMITED = Scope(first=date(2026, 4, 1), last=date(2026, 4, 30), notes=False, treatments=False)
READ_ONLY = Scope(notes=False, treatments=True)
NO_SUCH_NUMBER = 999_999


@dataclass(frozen=True, kw_only=True)
class World:
    """Each person's browser, and the numbers of what is the owner's.

    `numbers` gives, for the beginning of an address, the number that belongs there; where it
    depends on who asks, the share of each person. `words` stand where no number does.
    """

    browsers: dict[str, FlaskClient]
    numbers: dict[str, int]
    shares: dict[str, int]
    links: dict[str, str]
    words: dict[str, str]

    def path(self, address: str, person: str) -> str:
        """The address as this person would type it, to get at what is the owner's."""
        return VARIABLE.sub(lambda found: str(self._value(found[1], address, person)), address)

    def _value(self, name: str, address: str, person: str) -> object:
        if name == "public_id":
            return self.links.get(person, self.links["link"])
        if name in self.words:
            return self.words[name]
        if name == "share_id" and address.startswith("/clinic/"):
            return self.shares.get(person, self.shares["full"])
        return next(n for begin, n in self.numbers.items() if address.startswith(begin))


def absent(address: str) -> str:
    """The same address with the number of nothing."""
    path = address.replace("<int:index>", "0").replace("<public_id>", "nothing")
    path = re.sub(r"<int:\w+>", str(NO_SUCH_NUMBER), path)
    path = re.sub(r"<date:\w+>", str(ON), path)
    return re.sub(r"<month:\w+>", f"{ON:%Y-%m}", path)


def a_world(app: Flask) -> World:
    """The owner's diary, and everybody who may come to it."""
    people = {name: a_person(app, name, role) for name, role in ROLES.items()}
    owner = people["owner"]
    browsers = {name: browser_of(app, person) for name, person in people.items()}
    shares = {
        "full": a_share(app, owner, people["full"], WHOLE, may_record_sessions=True),
        "read only": a_share(app, owner, people["read only"], READ_ONLY),
        "limited": a_share(app, owner, people["limited"], LIMITED, may_record_sessions=True),
        "withdrawn": a_share(app, owner, people["withdrawn"], WHOLE, may_record_sessions=True),
        "expired": a_share(app, owner, people["expired"], days=-1, may_record_sessions=True),
    }
    with app.app_context():
        words = _words_of(owner)
        numbers = _things_of(owner, people["full"], shares["full"])
        _withdraw(shares["withdrawn"])
    links = {name: a_link(app, owner, with_pin=False) for name in READERS}
    numbers = {"/shares/links/": links["link"].link.id, **numbers}
    return World(
        browsers={"visitor": app.test_client(), **browsers, **_readers(app, links)},
        links={name: made.link.public_id for name, made in links.items()},
        numbers=numbers,
        shares={name: share.id for name, share in shares.items()},
        words=words,
    )


def rows_of_owner(app: Flask) -> dict[str, list[Any]]:
    """Everything the owner has stored, without the log of who looked."""
    rows = {}
    with app.app_context():
        owner = db.session.scalar(select(Account.id).where(Account.name == "owner"))
        for table in Base.metadata.sorted_tables:
            if "patient_id" in table.c and table.name != "viewing":
                mine = select(table).where(table.c.patient_id == owner)
                rows[table.name] = sorted(map(repr, db.session.execute(mine)))
    return rows


def _words_of(owner: Account) -> dict[str, str]:
    """What stands in addresses and is no number; the calendar opens for whoever has its address."""
    day = a_migraine_day(ON, note=SECRET, doses=took("sumatriptan"))
    return {
        "change": write_day(owner, day, seen_revision=None).change,
        "token": make_address(owner),
        **dict.fromkeys(("on", "day"), str(ON)),
        "month": f"{ON:%Y-%m}",
        "index": "0",
        "name": "csv",
    }


def _things_of(owner: Account, invited: Account, share: Share) -> dict[str, int]:
    """One of everything that has a number; longer beginnings come first."""
    csv = b"date,headache\n2026-04-03,yes\n"
    session = add_session(owner, BotoxSession(date=ON, units=155, note=SECRET), invited)
    effect = SideEffect(kind=SideEffectKind.NECK_PAIN, began=ON, note=SECRET)
    invitation = invite(owner, invited.email, Grant(scope=WHOLE, ends_on=date(2099, 1, 1)))
    preventive = add_preventive(owner, Preventive(medicine="topiramate"))
    flu = Event(kind=EventKind.ILLNESS, first=ON, text=SECRET)
    device = db.session.scalar(select(SignInSession.id).where(SignInSession.account_id == owner.id))
    return {
        "/account/devices/": device or 0,
        "/botox/sessions/": session.id,
        "/clinic/diaries/": session.id,
        "/botox/side-effects/": add_side_effect(owner, effect).id,
        "/events/": add_event(owner, flu).id,
        "/import/": keep_file(owner, all_sources()["csv"], csv).id,
        "/medicines/preventives/": preventive.id,
        "/medicines/": add_own_medicine(owner, name="sumatriptan").id,
        "/shares/invitations/": invitation.id,
        "/clinic/invitations/": invitation.id,
        "/shares/": share.id,
    }


def _withdraw(share: Share) -> None:
    with writing() as session:
        mine = update(Share).where(Share.id == share.id)
        session.execute(mine.values(withdrawn_at=datetime.now(UTC) - timedelta(hours=1)))


def _readers(app: Flask, links: dict[str, MadeLink]) -> dict[str, FlaskClient]:
    """The browsers of those who opened a link, before it was withdrawn or expired."""
    _change_link(app, links["link before its PIN"], pin_hash=password_hash())
    browsers = {name: opened(app, made) for name, made in links.items()}
    _change_link(app, links["link withdrawn"], withdrawn_at=datetime.now(UTC))
    _change_link(app, links["link expired"], ends_on=ON)
    return browsers


def _change_link(app: Flask, made: MadeLink, **values: Any) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(ShareLink).where(ShareLink.id == made.link.id).values(values))
