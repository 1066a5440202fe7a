"""Changes queued on a phone without a network: how they arrive, read item by item.

Who is asking. `GET /days/token` with `Accept: application/json` answers, never from a cache::

    {"csrf_token": "…", "account": "<32 hex digits>", "today": "2026-03-14",
     "time_zone": "Europe/London", "waiting": ["2026-03-12"]}

`account` marks the signed-in patient without naming anybody; an item is queued under the mark that
was signed in when it was made. `waiting` are the days of which two versions wait for a choice, at
`/days/<date>/conflict`. Signed out, or the account erased: 401.

What is sent. `POST /days/batch`, `Content-Type: application/json`, `Accept: application/json`,
`X-CSRFToken: <csrf_token>`, from our own page, at most 100 items and 2 MiB, oldest first::

    {"items": [{"format": 1,                   the queue's format when the item was queued
                "client_id": "<UUID>",         made once on the phone, kept through every retry
                "account": "<the mark>",
                "date": "2026-03-14",          the day that was named on the screen
                "base_revision": 3,            the revision on screen, 0 where it said unrecorded,
                                               null where the phone did not know the day: then
                                               it is written where it only adds, else both wait
                "after": "<UUID>",             optional: the earlier queued change of the same day
                                               on top of which this one was made
                "at": "2026-03-14T18:30:00+00:00",   when, by the phone's clock
                "kind": "put", "day": {…}}]}

Each kind brings its own name or none; any other name is refused:

=================  ===============================================================================
put                `day`: the document of diary.days.document, its `date` the item's; unanswered is
                   null or left out. `spells` left out stay as they were; `recorded_at` is not
                   looked at: a day keeps when it was first recorded.
form               `fields`: [["headache", "yes"], …], the form of `/days/<date>` as it would have
                   been sent, in order, with or without `csrf_token` and `revision`
remove             —
severity           `severity`: none, mild, moderate or severe
dose               `dose`: "sumatriptan 50 mg", as the page's button sends it
effect             `index`: the dose's place in the day, from 0; `effect`: helped, not helped or
                   unknown
like_last_time     —
clear              — no headache, where nothing is recorded; what is recorded stays
headache_started   — at `at`
headache_ended     — at `at`
headache           `fields`: [["starts", "2026-03-13T22:00"], ["ends", "2026-03-14T03:00"]], the
                   form of `/headaches`; `date` is the day on which it started
undo               `change`: as the page's button names it; `date` is the day of the tap
=================  ===============================================================================

What comes back. 200 and ``{"answers": [...]}``, one for each item in the order sent, each with the
`client_id` as it came (null when it was no text), a `status` and, unless refused, its `date`:

=========  =======================================================================================
applied    written: `revision`, and `change`, which `POST /changes/<change>/reversal` undoes (null
           after an undo)
same       the day said that already, nothing was written: `revision` (0: unrecorded)
conflict   the day was changed elsewhere; nothing was overwritten, and the phone's version is kept
           here until the person has chosen at `page`: `revision`, `day` (the document as saved)
removed    the same, but elsewhere the day was removed: `day` is null
refused    not taken and not kept here: `field`, `message`. Set it aside, show the message.
=========  =======================================================================================

All but `refused` leave the queue. The same item sent again gets its first answer word for word;
the same `client_id` with anything else in it is refused. A refused item may be sent again.

Where the whole batch is not taken, nothing of it was read, the queue stays as it is, and the answer
is `application/problem+json`: ``{"title", "status", "detail"}``. 400 no JSON, or an old token (get
a new one); 401 signed out or erased; 403 from another site, or no patient; 413 (send fewer at
once); 415 no JSON type; 422 no list of 1 to 100 items; 503 try later (`Retry-After`; items before
the trouble may have been written: sent again they get their first answers). Anything else,
a page of HTML with 200 for one, did not come from here.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Effect, Severity
from diary.days.document import (
    from_document,
    read_date,
    read_instant,
    read_named,
    read_whole,
    readable,
)
from diary.days.forms import LONGEST_NOTE, dose_of
from diary.days.queue.queued import Kind, QueuedChange, Refusal
from diary.web.errors import DiaryError

MOST_ITEMS = 100
LONGEST_DAY_DOCUMENT = 20_000
MOST_FIELDS = 500
LARGEST_REVISION = 999_999
NO_HEADACHE = "none"

T = TypeVar("T")


class BatchError(DiaryError):
    """A batch that is no list of 1 to 100 items."""


def read_batch(received: object) -> list[QueuedChange | Refusal]:
    """Read every item on its own: a bad one is a Refusal in its place. Raises BatchError."""
    items = received.get("items") if isinstance(received, dict) else None
    if not isinstance(items, list) or not isinstance(received, dict) or len(received) != 1:
        raise BatchError('Send {"items": [...]} and nothing else.')
    if not 1 <= len(items) <= MOST_ITEMS:
        raise BatchError(f"Send 1 to {MOST_ITEMS} items at a time.")
    return [_read_item(item) for item in items]


def _read_item(item: object) -> QueuedChange | Refusal:
    client_id = item.get("client_id") if isinstance(item, dict) else None
    try:
        if not isinstance(item, dict):
            raise DiaryDayError("items", "This entry cannot be read.")
        version = _read(item, "format", read_whole)
        if version not in FORMATS:
            raise DiaryDayError("format", "This entry was made by another version of the app.")
        return FORMATS[version](item)
    except DiaryDayError as error:
        told = client_id if isinstance(client_id, str) else None
        return Refusal(client_id=told, field=error.field, message=str(error))


def _read_format_1(item: Mapping[str, Any]) -> QueuedChange:
    kind = _read(item, "kind", Kind)
    own = CONTENT.get(kind, {})
    if odd := next((name for name in item if name not in {*COMMON, "after", *own}), None):
        raise DiaryDayError(str(odd), "This name is not part of an entry.")
    base_revision = None if item.get("base_revision", 0) is None else _revision_of(item)
    if base_revision is None and kind is Kind.EFFECT:
        raise DiaryDayError("base_revision", "Say which version of the day was on the screen.")
    on = _read(item, "date", read_date)
    return QueuedChange(
        client_id=_read(item, "client_id", _uuid),
        content_hash=hashlib.sha256(json.dumps(item, sort_keys=True).encode()).hexdigest(),
        account=_read(item, "account", readable),
        date=on,
        base_revision=base_revision,
        after=None if item.get("after") is None else _read(item, "after", _uuid),
        at=_read(item, "at", read_instant),
        kind=kind,
        content={name: _read(item, name, reader) for name, reader in own.items()},
        keeps_spells=kind is Kind.PUT and _keeps_spells(item["day"], on),
    )


def _read(item: Mapping[str, Any], name: str, reader: Callable[[Any], T]) -> T:
    if name not in item:
        raise DiaryDayError(name, "This is missing.")
    return read_named(name, reader, item[name])


def _revision_of(item: Mapping[str, Any]) -> int:
    revision = _read(item, "base_revision", read_whole)
    if not 0 <= revision <= LARGEST_REVISION:
        raise DiaryDayError("base_revision", "There is no such version.")
    return revision


def _keeps_spells(document: Mapping[str, Any], on: date) -> bool:
    if document["date"] != on.isoformat():
        raise DiaryDayError("date", "This entry names two different days.")
    return "spells" not in document


def _uuid(value: str) -> str:
    if str(UUID(readable(value))) != value.lower():
        raise ValueError(value)
    return value.lower()


def read_day(document: Mapping[str, Any]) -> DiaryDay:
    """The day of a document from a browser. Raises DiaryDayError, or TypeError for no document."""
    if not isinstance(document, dict):
        raise TypeError(document)
    day = from_document(document)
    if len(day.note or "") > LONGEST_NOTE:
        raise DiaryDayError("note", f"Shorten this to {LONGEST_NOTE} letters.")
    if len(json.dumps(document, ensure_ascii=False)) > LONGEST_DAY_DOCUMENT:
        raise DiaryDayError("day", "There is more in this entry than a day can hold.")
    return day


def _fields(pairs: list[list[str]]) -> list[tuple[str, str]]:
    if not isinstance(pairs, list) or len(pairs) > MOST_FIELDS:
        raise ValueError(pairs)
    return [(readable(name), readable(value)) for name, value in pairs]


def _severity(word: str) -> Severity | None:
    return None if word == NO_HEADACHE else Severity(word)


def _dose(text: str) -> Dose:
    return dose_of(readable(text))


COMMON = ("format", "client_id", "account", "date", "base_revision", "at", "kind")
CONTENT: Mapping[Kind, Mapping[str, Callable[[Any], Any]]] = {
    Kind.PUT: {"day": read_day},
    Kind.FORM: {"fields": _fields},
    Kind.HEADACHE: {"fields": _fields},
    Kind.SEVERITY: {"severity": _severity},
    Kind.DOSE: {"dose": _dose},
    Kind.UNDO: {"change": readable},
    Kind.EFFECT: {"index": read_whole, "effect": Effect},
}

FORMATS: Mapping[int, Callable[[Mapping[str, Any]], QueuedChange]] = {1: _read_format_1}
"""How to read each format a phone may still hold: the current one and the two before it."""
