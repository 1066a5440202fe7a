"""Something that happens between two transactions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from sqlalchemy import event

from diary.database import db


@contextmanager
def at_the_next_commit(act: Callable[[], None]) -> Iterator[None]:
    """Do something, once and by somebody else, right after this session's next commit."""

    def by_another(_session: Any) -> None:
        another = Thread(target=act)
        another.start()
        another.join()

    event.listen(db.session(), "after_commit", by_another, once=True)
    yield
