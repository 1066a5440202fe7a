"""Every item of a queue is read on its own, strictly."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from diary.clinical.day import DiaryDay, Dose, Effect, Severity
from diary.clinical.limits import LONGEST_TEXT
from diary.days.document import to_document
from diary.days.queue.batch import MOST_ITEMS, BatchError, read_batch
from diary.days.queue.queued import Kind, QueuedChange, Refusal
from tests.days.test_document import FULL

CLIENT_ID = "5b6f1a3e-8d2c-4e7a-9f10-2c3d4e5f6a7b"
DAY = {"date": "2026-03-14", "headache": True}
REMOVAL: dict[str, Any] = {
    "format": 1,
    "client_id": CLIENT_ID,
    "account": "a mark",
    "date": "2026-03-14",
    "base_revision": 3,
    "at": "2026-03-14T18:30:00+01:00",
    "kind": "remove",
}
PUT = REMOVAL | {"kind": "put", "day": DAY}


def test_an_item_is_read_with_all_that_it_says() -> None:
    earlier = "00000000-0000-4000-8000-00000000000A"
    read = one(REMOVAL | {"after": earlier})
    assert isinstance(read, QueuedChange)
    assert (read.client_id, read.account, read.kind) == (CLIENT_ID, "a mark", Kind.REMOVE)
    assert (read.date, read.base_revision) == (date(2026, 3, 14), 3)
    assert read.at == datetime(2026, 3, 14, 17, 30, tzinfo=UTC)
    assert read.after == earlier.lower()


@pytest.mark.parametrize(
    ("names", "content"),
    [
        (
            {"kind": "put", "day": to_document(FULL)},
            {"day": FULL, "keeps_spells": False},
        ),
        (
            {"kind": "put", "day": DAY},
            {
                "day": DiaryDay(date=date(2026, 3, 14), headache=True),
                "keeps_spells": True,
            },
        ),
        (
            {"format": 2, "kind": "answers", "answers": {"severity": None, "nausea": False}},
            {"answers": {"severity": None, "nausea": False}},
        ),
        ({"kind": "form", "fields": [["note", "a"]]}, {"fields": [("note", "a")]}),
        ({"kind": "severity", "severity": "mild"}, {"severity": Severity.MILD}),
        ({"kind": "severity", "severity": "none"}, {"severity": None}),
        (
            {"kind": "dose", "dose": "sumatriptan 50 mg"},
            {"dose": Dose(name="sumatriptan", strength="50 mg")},
        ),
        (
            {"kind": "effect", "index": 0, "effect": "helped"},
            {"index": 0, "effect": Effect.HELPED},
        ),
        ({"kind": "like_last_time"}, {}),
        ({"kind": "clear"}, {}),
        ({"kind": "headache_started"}, {}),
        ({"kind": "headache_ended"}, {}),
        ({"kind": "undo", "change": "ab12"}, {"change": "ab12"}),
        (
            {"kind": "headache", "fields": [["starts", "2026-03-13T22:00"]]},
            {"fields": [("starts", "2026-03-13T22:00")]},
        ),
    ],
)
def test_each_kind_brings_its_own(names: dict[str, Any], content: dict[str, Any]) -> None:
    read = one(REMOVAL | names)
    assert isinstance(read, QueuedChange)
    assert (read.kind, read.content) == (names["kind"], content)


def test_spells_that_were_left_out_stay_and_those_given_count() -> None:
    assert keeps_spells(DAY)
    assert not keeps_spells(DAY | {"spells": []})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", 3),
        ("format", 0),
        ("format", "1"),
        ("format", []),
        ("client_id", "5"),
        ("client_id", CLIENT_ID.replace("-", "")),
        ("client_id", None),
        ("account", 5),
        ("account", "\ud800"),
        ("date", "2026-02-30"),
        ("date", "14 March"),
        ("base_revision", -1),
        ("base_revision", 1_000_000),
        ("base_revision", 1.0),
        ("after", "x"),
        ("at", "2026-03-14T18:30"),
        ("at", "0001-01-01T00:00:00+14:00"),
        ("at", 5),
        ("kind", "erase"),
        ("kind", []),
        ("patient_id", 1),
        ("day", DAY),
    ],
)
def test_what_is_odd_about_an_item_is_named(field: str, value: Any) -> None:
    assert refused(REMOVAL | {field: value}) == field


@pytest.mark.parametrize("name", REMOVAL)
def test_nothing_may_be_missing(name: str) -> None:
    assert refused({other: REMOVAL[other] for other in REMOVAL if other != name}) == name


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("day", {"kind": "put"}),
        ("day", {"kind": "put", "day": []}),
        ("headache", {"kind": "put", "day": {"date": "2026-03-14"}}),
        ("date", {"kind": "put", "day": DAY | {"date": "2026-03-15"}}),
        ("patient_id", {"kind": "put", "day": DAY | {"patient_id": 1}}),
        ("severity", {"kind": "put", "day": DAY | {"headache": False, "severity": "mild"}}),
        ("note", {"kind": "put", "day": DAY | {"note": "x" * (2 * LONGEST_TEXT + 1)}}),
        ("triggers", {"kind": "put", "day": DAY | {"triggers": ["stress"] * 5000}}),
        ("recorded_at", {"kind": "put", "day": DAY | {"recorded_at": "0001-01-01T00:00+14:00"}}),
        ("fields", {"kind": "form", "fields": {"note": "a"}}),
        ("fields", {"kind": "form", "fields": [["note"]]}),
        ("fields", {"kind": "form", "fields": [["note", 5]]}),
        ("fields", {"kind": "form", "fields": [["note", "\x00"]]}),
        ("fields", {"kind": "form", "fields": [["note", "a"]] * 1001}),
        ("severity", {"kind": "severity", "severity": None}),
        ("dose", {"kind": "dose", "dose": 5}),
        ("medicines", {"kind": "dose", "dose": "none"}),
        ("index", {"kind": "effect", "index": True, "effect": "helped"}),
        ("effect", {"kind": "effect", "index": 0, "effect": ""}),
        (
            "base_revision",
            {"kind": "effect", "index": 0, "effect": "helped", "base_revision": None},
        ),
    ],
)
def test_what_is_odd_about_its_content_is_named(field: str, names: dict[str, Any]) -> None:
    assert refused(REMOVAL | names) == field


@pytest.mark.parametrize("item", [5, None, "x", [], [PUT]])
def test_what_is_no_item_is_set_aside(item: Any) -> None:
    assert refused(item) == "items"


def test_a_change_may_be_made_without_knowing_the_day() -> None:
    read = one(REMOVAL | {"kind": "clear", "base_revision": None})
    assert isinstance(read, QueuedChange)
    assert read.base_revision is None


def test_the_longest_note_fits() -> None:
    assert isinstance(one(PUT | {"day": DAY | {"note": "x" * LONGEST_TEXT}}), QueuedChange)


def test_the_others_go_through_in_their_places() -> None:
    bad, good = read_batch(json.dumps({"items": [PUT | {"mood": "low"}, REMOVAL]}))
    assert bad == Refusal(
        client_id=CLIENT_ID, field="mood", message="This name is not part of an entry."
    )
    assert isinstance(good, QueuedChange)


def test_the_same_content_has_the_same_hash_in_any_order() -> None:
    shuffled = dict(reversed(PUT.items()))
    hashes = [hash_of(item) for item in (PUT, shuffled, PUT | {"base_revision": 4})]
    assert hashes[0] == hashes[1] != hashes[2]


@pytest.mark.parametrize("number", [1, MOST_ITEMS])
def test_a_batch_holds_up_to_its_limit(number: int) -> None:
    assert len(read_batch(json.dumps({"items": [REMOVAL] * number}))) == number


@pytest.mark.parametrize(
    "received",
    [
        None,
        [],
        {},
        {"items": {}},
        {"items": []},
        {"items": [REMOVAL] * (MOST_ITEMS + 1)},
        {"items": [REMOVAL], "force": True},
    ],
)
def test_what_is_no_batch_is_refused_as_a_whole(received: object) -> None:
    with pytest.raises(BatchError):
        read_batch(json.dumps(received))


def one(item: Any) -> QueuedChange | Refusal:
    """The item as it is read from JSON."""
    [read] = read_batch(json.dumps({"items": [item]}))
    return read


def refused(item: Any) -> str:
    """The name at fault."""
    read = one(item)
    assert isinstance(read, Refusal)
    assert read.message
    return read.field


def keeps_spells(document: dict[str, Any]) -> bool:
    read = one(REMOVAL | {"kind": "put", "day": document})
    assert isinstance(read, QueuedChange)
    return bool(read.content["keeps_spells"])


def hash_of(item: dict[str, Any]) -> str:
    read = one(item)
    assert isinstance(read, QueuedChange)
    return read.content_hash
