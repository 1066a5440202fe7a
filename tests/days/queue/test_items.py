"""What a phone may send is checked by name and type before anything else."""

from datetime import date
from typing import Any

import pytest

from diary.clinical.day import DiaryDay, DiaryDayError
from diary.clinical.limits import LONGEST_TEXT
from diary.days.document import to_document
from diary.days.queue.items import TWICE, Answers, Item, read_item
from diary.days.queue.queued import Kind

COMMON: dict[str, Any] = {
    "format": 2,
    "client_id": "5b6f1a3e-8d2c-4e7a-9f10-2c3d4e5f6a7b",
    "account": "a mark",
    "date": "2026-03-14",
    "base_revision": 3,
    "at": "2026-03-14T18:30:00+01:00",
}


def told(**answers: Any) -> dict[str, Any]:
    """A patch of a day."""
    return COMMON | {"kind": "answers", "answers": answers}


def test_every_answer_of_a_day_can_be_sent_by_itself() -> None:
    names = to_document(DiaryDay(date=date(2026, 3, 14), headache=True)).keys()
    assert set(Answers.__struct_fields__) == names - {"date", "recorded_at"}


def test_every_kind_has_its_item() -> None:
    def below(item: type[Item]) -> set[Any]:
        deeper = [tag for one in item.__subclasses__() for tag in below(one)]
        return {item.__struct_config__.tag, *deeper}

    assert below(Item) >= set(Kind)


def test_what_is_left_out_is_untouched_and_null_is_not_answered() -> None:
    assert read_item(told(severity=None, nausea=False)).content() == {
        "answers": {"severity": None, "nausea": False}
    }


@pytest.mark.parametrize("missing", ["undefined", "null", " NaN ", "[object Object]"])
@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("note", lambda text: told(note=text)),
        ("triggers", lambda text: told(triggers=["stress", text])),
        ("medicines", lambda text: told(medicines=[{"name": text}])),
        ("medicines", lambda text: told(medicines=[{"name": "aspirin", "strength": text}])),
        ("severity", lambda text: told(severity=text)),
        ("dose", lambda text: COMMON | {"kind": "dose", "dose": text}),
        ("fields", lambda text: COMMON | {"kind": "form", "fields": [["note", text]]}),
        ("change", lambda text: COMMON | {"kind": "undo", "change": text}),
        ("account", lambda text: COMMON | {"kind": "clear", "account": text}),
        (
            "note",
            lambda text: (
                COMMON
                | {"kind": "put", "day": {"date": "2026-03-14", "headache": True, "note": text}}
            ),
        ),
    ],
)
def test_a_missing_value_of_a_script_is_never_taken_for_a_text(
    field: str, names: Any, missing: str
) -> None:
    assert at_fault(names(missing)) == field


def test_a_text_that_only_holds_such_a_word_is_a_text() -> None:
    note = "undefined pain, null and void"
    assert read_item(told(note=note)).content() == {"answers": {"note": note}}


@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("answers", told()),
        ("mood", told(mood="low")),
        ("date", told(date="2026-03-14")),
        ("headache", told(headache="yes")),
        ("pain", told(pain=3.5)),
        ("medicines", told(medicines=[{"name": "a", "colour": "red"}])),
        ("medicines", told(medicines=[{}])),
        ("note", told(note="x" * (TWICE * LONGEST_TEXT + 1))),
        ("format", told(note="x") | {"format": 1}),
        ("date", told(note="x") | {"date": "0001-01-01"}),
        ("date", told(note="x") | {"date": "9999-12-31"}),
        ("at", told(note="x") | {"at": "9999-12-31T23:59:59-12:00"}),
        ("at", told(note="x") | {"at": "0001-01-01T00:00:00+14:00"}),
    ],
)
def test_what_is_odd_is_named(field: str, item: dict[str, Any]) -> None:
    assert at_fault(item) == field


def at_fault(item: dict[str, Any]) -> str:
    """The name at fault."""
    with pytest.raises(DiaryDayError) as refused:
        read_item(item).content()
    assert str(refused.value)
    return refused.value.field
