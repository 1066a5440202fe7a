"""The door to a diary for whoever opened a link to it."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import request

from diary.database import writing
from diary.sharing.access import last_day_seen, reading_after
from diary.sharing.links.opening.cookie import token_of
from diary.sharing.links.opening.gate import nothing_here
from diary.sharing.links.opening.store import hold_link, note_viewing, readable_link
from diary.sharing.viewpoint import Viewpoint


@contextmanager
def linked_diary(public_id: str, what: str) -> Iterator[Viewpoint]:
    """A diary opened by link, whose reader looks at `what`; read it inside the block.

    As with a shared diary the viewing is on the disk before anything is read, the link is checked
    again by the reading itself, and an error takes the viewing back.
    """
    token = token_of(public_id)
    with writing() as session:
        link, _patient = hold_link(session, public_id, token) or nothing_here()
        viewing = note_viewing(session, link, what)
    with reading_after(viewing) as session:
        link, patient = readable_link(session, public_id, token) or nothing_here()
        yield Viewpoint(
            patient=patient,
            on=last_day_seen(patient, link.scope),
            scope=link.scope,
            root=f"{request.script_root}/s/{link.public_id}/diary",
            ends_on=link.ends_on,
            by_link=True,
        )
