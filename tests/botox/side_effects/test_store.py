"""Side effects in the database."""

from datetime import date

import pytest
from flask import Flask

from diary.accounts.models import Account
from diary.botox.side_effects import store
from diary.botox.store import add_session, remove_session, restore_session
from diary.clinical.side_effects import SideEffect, SideEffectKind
from diary.clinical.treatment import BotoxSession
from tests.botox.side_effects.effects import side_effects_of
from tests.statements import statements_of

FIRST, SECOND, THIRD = date(2025, 9, 8), date(2025, 12, 1), date(2026, 2, 23)
DROOP = SideEffect(began=date(2025, 12, 4), kind=SideEffectKind.EYELID_DROOP, lasted_days=12)
SORE = SideEffect(began=FIRST, kind=SideEffectKind.NECK_PAIN, still_there=True, note="left")


@pytest.fixture(autouse=True)
def in_app(app: Flask) -> object:
    """Every test asks the database."""
    with app.app_context():
        yield


@pytest.fixture
def sessions(anna: Account) -> list[int]:
    """The numbers of Anna's three sessions."""
    return [add_session(anna, BotoxSession(date=on)).id for on in (FIRST, SECOND, THIRD)]


def by_session(patient: Account) -> dict[date, list[SideEffect]]:
    """The side effects of each session, as one statement reads them."""
    rows, effects = store.sessions_with_side_effects(patient)
    found: dict[date, list[SideEffect]] = {row.date: [] for row in rows}
    for effect in effects:
        found[max(on for on in found if on <= effect.began)].append(effect.to_side_effect())
    return found


def test_what_was_recorded_is_read_in_order_of_days(anna: Account) -> None:
    for effect in (DROOP, SORE):
        store.add_side_effect(anna, effect)
    assert side_effects_of(anna) == [SORE, DROOP]


def test_nobody_reads_or_changes_the_side_effects_of_another(anna: Account, ben: Account) -> None:
    row = store.add_side_effect(anna, DROOP)
    assert side_effects_of(ben) == []
    assert store.side_effect_row_of(ben, row.id) is None
    assert not store.change_side_effect(ben, row.id, SORE)
    assert not store.remove_side_effect(ben, row.id)
    assert side_effects_of(anna) == [DROOP]


def test_a_change_is_kept(anna: Account) -> None:
    row = store.add_side_effect(anna, DROOP)
    assert store.change_side_effect(anna, row.id, SORE)
    assert side_effects_of(anna) == [SORE]


def test_a_removal_can_be_undone(anna: Account) -> None:
    row = store.add_side_effect(anna, DROOP)
    assert store.remove_side_effect(anna, row.id)
    assert side_effects_of(anna) == []
    assert store.restore_side_effect(anna, row.id)
    assert side_effects_of(anna) == [DROOP]


def test_sessions_and_side_effects_are_read_in_one_statement(
    app: Flask, anna: Account, sessions: list[int]
) -> None:
    store.add_side_effect(anna, DROOP)
    store.add_side_effect(anna, SORE)
    with statements_of(app) as statements:
        assert by_session(anna) == {FIRST: [SORE], SECOND: [DROOP], THIRD: []}
    assert len(statements) == 1


def test_two_side_effects_of_a_session_name_it_once(anna: Account, sessions: list[int]) -> None:
    store.add_side_effect(anna, DROOP)
    store.add_side_effect(anna, DROOP)
    rows, effects = store.sessions_with_side_effects(anna)
    assert [row.id for row in rows] == sessions
    assert len(effects) == 2


def test_removing_a_session_in_the_middle_loses_nothing(anna: Account, sessions: list[int]) -> None:
    store.add_side_effect(anna, DROOP)
    remove_session(anna, sessions[1])
    assert by_session(anna) == {FIRST: [DROOP], THIRD: []}
    restore_session(anna, sessions[1])
    assert by_session(anna) == {FIRST: [], SECOND: [DROOP], THIRD: []}


def test_a_side_effect_whose_only_session_is_removed_is_kept(
    anna: Account, sessions: list[int]
) -> None:
    store.add_side_effect(anna, SORE)
    remove_session(anna, sessions[0])
    assert by_session(anna) == {SECOND: [], THIRD: []}
    assert side_effects_of(anna) == [SORE]


def test_a_removed_side_effect_leaves_its_session(anna: Account, sessions: list[int]) -> None:
    store.remove_side_effect(anna, store.add_side_effect(anna, DROOP).id)
    assert by_session(anna) == {FIRST: [], SECOND: [], THIRD: []}


def test_ben_has_no_session_of_annas(anna: Account, ben: Account, sessions: list[int]) -> None:
    store.add_side_effect(anna, DROOP)
    assert store.sessions_with_side_effects(ben) == ([], [])


def test_a_session_that_is_only_planned_takes_no_side_effect(
    anna: Account, sessions: list[int]
) -> None:
    store.add_side_effect(anna, DROOP)
    planned = date(2025, 12, 3)
    add_session(anna, BotoxSession(date=planned, is_planned=True))
    assert store.sessions_with_side_effects(anna)[1][0].to_side_effect() == DROOP
