"""Changes queued on a phone without a network: how they arrive, read item by item.

Who is asking. `GET /days/token` with `Accept: application/json` answers, never from a cache::

    {"csrf_token": "…", "account": "<32 hex digits>", "today": "2026-03-14",
     "time_zone": "Europe/London", "waiting": ["2026-03-12"]}

`account` marks the signed-in patient without naming anybody; an item is queued under the mark that
was signed in when it was made. `waiting` are the days of which two versions wait for a choice, at
`/days/<date>/conflict`. Signed out, or the account erased: 401.

What is sent. `POST /days/batch`, `Content-Type: application/json`, `Accept: application/json`,
`X-CSRFToken: <csrf_token>`, from our own page, at most 100 items and 2 MiB, oldest first::

    {"items": [{"format": 2,                   the queue's format when the item was queued
                "client_id": "<UUID>",         made once on the phone, kept through every retry
                "account": "<the mark>",
                "date": "2026-03-14",          the day that was named on the screen
                "base_revision": 3,            the revision on screen, 0 where it said unrecorded,
                                               null where the phone did not know the day: then
                                               it is written where it only adds, else both wait
                "after": "<UUID>",             optional: the earlier queued change of the same day
                                               on top of which this one was made
                "at": "2026-03-14T18:30:00+00:00",   when, by the phone's clock
                "sure": true,                  optional: the diary's own page named the date, or the
                                               person was asked; without it a day of more than a
                                               year ago is refused with a question at `date`, and
                                               the end of a headache of more than a day at `ends`
                "kind": "answers", "answers": {…}}]}

Each kind brings its own name or none; any other name is refused, and so is a text that only says
"undefined" or "null": a script wrote it for a missing value.

=================  ===============================================================================
answers            `answers`: the answers that were touched and no other, under the names of the
                   document of a day; null is "not answered", `minutes` may be "all_day", what a
                   dose leaves out stays as it was. Severity, pain, minutes and times say that there
                   was a headache; without one, what only a headache has goes. Since format 2.
put                `day`: the document of diary.days.document, its `date` the item's; unanswered is
                   null or left out. `spells` left out stay as they were; `recorded_at` is not
                   looked at: a day keeps when it was first recorded.
form               `fields`: [["headache", "yes"], …], the form of `/days/<date>` as it would have
                   been sent, in order, with or without `csrf_token` and `revision`. On a day that
                   the phone did not know, what it leaves empty stays as it was.
remove             —
severity           `severity`: none, mild, moderate or severe
dose               `dose`: "sumatriptan 50 mg", as the page's button sends it, or, since format 2,
                   a dose as in the document of a day
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

Where the day was changed since the version on screen, a change of single answers (`answers`,
`severity`, `dose`, `effect`, `like_last_time`) is written where those answers are as they were on
screen. Anything else waits for the person's choice.

What comes back. 200 and ``{"answers": [...]}``, one for each item in the order sent, each with the
`client_id` as it came (null when it was no text), a `status` and, unless refused, its `date`:

=========  =======================================================================================
applied    written: `revision`, and `change`, which `POST /changes/<change>/reversal` undoes (null
           after an undo); `said` where something was cleared along with it
same       the day said that already, nothing was written: `revision` (0: unrecorded)
conflict   the day was changed elsewhere; nothing was overwritten, and the phone's version is kept
           here until the person has chosen at `page`: `revision`, `day` (the document as saved)
removed    the same, but elsewhere the day was removed: `day` is null
refused    not taken and not kept here: `field`, `message`. Set it aside, show the message. The
           others go through, and what was made on top of it stands on what it stood on.
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
from datetime import UTC
from typing import Any

from diary.clinical.day import DiaryDayError
from diary.days.queue.items import FORMATS, read_item
from diary.days.queue.pieces import name_in, pieces_of, read_piece
from diary.days.queue.queued import Kind, QueuedChange, Refusal
from diary.web.errors import DiaryError

MOST_ITEMS = 100
UNREADABLE = "This entry cannot be read."


class BatchError(DiaryError):
    """A batch that is no list of 1 to 100 items."""


class NotJsonError(DiaryError):
    """A batch that is no JSON."""

    status = 400


def read_batch(sent: str) -> list[QueuedChange | Refusal]:
    """Read every item on its own: a bad one is a Refusal in its place.

    Raises BatchError or NotJsonError.
    """
    pieces = pieces_of(sent)
    if pieces is None:
        _refuse_other_than_json(sent)
        raise BatchError('Send {"items": [...]} and nothing else.')
    if not 1 <= len(pieces) <= MOST_ITEMS:
        raise BatchError(f"Send 1 to {MOST_ITEMS} items at a time.")
    return [_read_item(piece) for piece in pieces]


def _refuse_other_than_json(sent: str) -> None:
    try:
        json.loads(sent)
    except (ValueError, RecursionError):
        raise NotJsonError("This is no JSON.") from None


def _read_item(piece: str) -> QueuedChange | Refusal:
    told: Any = None
    try:
        told = read_piece(piece)
        return _queued(told)
    except DiaryDayError as error:
        field, message = error.field, str(error)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
        field, message = "items", UNREADABLE
    client_id = told.get("client_id") if isinstance(told, dict) else name_in(piece)
    named = client_id if isinstance(client_id, str) else None
    return Refusal(client_id=named, field=field, message=message)


def _queued(told: object) -> QueuedChange:
    if not isinstance(told, dict):
        raise DiaryDayError("items", UNREADABLE)
    if told.get("format", FORMATS[0]) not in FORMATS:
        raise DiaryDayError("format", "This entry was made by another version of the app.")
    item = read_item(told)
    return QueuedChange(
        client_id=item.client_id.lower(),
        content_hash=hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest(),
        account=item.account,
        date=item.date,
        base_revision=item.base_revision,
        after=item.after and item.after.lower(),
        at=item.at.astimezone(UTC),
        kind=Kind(str(item.__struct_config__.tag)),
        is_sure=item.sure,
        content=item.content(),
    )
