"""The door to a diary for whoever opened a link to it."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import request

from diary.database import writing
from diary.sharing.access import last_day_seen
from diary.sharing.links.opening.cookie import token_of
from diary.sharing.links.opening.gate import nothing_here
from diary.sharing.links.opening.store import hold_link, note_viewing
from diary.sharing.viewpoint import Viewpoint


@contextmanager
def linked_diary(public_id: str, what: str) -> Iterator[Viewpoint]:
    """A diary opened by link, whose reader looks at `what`; read it inside the block.

    As with a shared diary the link is checked and held, the viewing is written on the patient's
    log, and the diary is read in one transaction; an error takes the viewing back.
    """
    with writing() as session:
        held = hold_link(session, public_id, token_of(public_id)) or nothing_here()
        link, patient = held
        note_viewing(session, link, what)
        yield Viewpoint(
            patient=patient,
            on=last_day_seen(patient, link.scope),
            scope=link.scope,
            root=f"{request.script_root}/s/{link.public_id}/diary",
            ends_on=link.ends_on,
            by_link=True,
        )
