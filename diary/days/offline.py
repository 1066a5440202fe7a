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
                                               null where the phone did not know the day
                "after": "<UUID>",             optional: the earlier queued change of the same day
                                               on top of which this one was made
                "at": "2026-03-14T18:30:00+00:00",   when, by the phone's clock
                "kind": "put", "day": {…}}]}

Each kind brings its own name or none; any other name is refused:

=================  ===============================================================================
put                `day`: the document of diary.days.document, its `date` the item's; unanswered is
                   null or left out. Only `spells` and `recorded_at` left out stay as they were.
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
=================  ===============================================================================

What comes back. 200 and ``{"answers": [...]}``, one for each item in the order sent, each with the
`client_id` as it came (null when it was no text) and a `status`:

=========  =======================================================================================
applied    written: `revision`, and `change`, which `POST /changes/<change>/reversal` undoes
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
