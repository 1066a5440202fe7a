"""Invitations in the database: bound to one address, and nothing before they are accepted."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
import time_machine
from flask import Flask

from diary.accounts.models import Account
from diary.sharing.ending import end_everything
from diary.sharing.grant import Grant
from diary.sharing.invitations import store
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.store import shares_of
from tests.sharing.shares import invitations_of, names_on_the_list_of

TODAY = date(2026, 5, 20)
GRANT = Grant(scope=WHOLE, ends_on=TODAY)
NARROW = Grant(
    scope=Scope(last=TODAY, notes=False, treatments=False), ends_on=TODAY + timedelta(days=9)
)


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


def test_an_invitation_reaches_its_address_however_it_is_spelled(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    with app.app_context():
        numbers = {
            store.invite(anna, spelling, GRANT).id
            for spelling in (
                "ＤＲ.chen@EXAMPLE.org",
                "dr.chen@example。org",
                "Dr.Chen@example.org ",
            )
        }
        assert len(numbers) == 1
        assert [patient.name for _, patient in store.invitations_for(dr_chen)] == ["Anna"]


def test_an_invitation_is_for_exactly_one_address(
    app: Flask, anna: Account, dr_chen: Account, dr_doyle: Account
) -> None:
    with app.app_context():
        number = store.invite(anna, "Dr.CHEN@example.org", GRANT).id
        assert [patient.name for _, patient in store.invitations_for(dr_chen)] == ["Anna"]
        assert store.invitations_for(dr_doyle) == []
        assert store.accept(dr_doyle, number) is None
        assert names_on_the_list_of(dr_chen) == []


def test_accepting_makes_it_a_share_once(app: Flask, anna: Account, dr_chen: Account) -> None:
    with app.app_context():
        number = store.invite(anna, dr_chen.email, NARROW).id
        share = store.accept(dr_chen, number)
        assert share is not None
        assert share.grant == NARROW
        assert store.accept(dr_chen, number) is None
    with app.app_context():
        assert invitations_of(anna) == []
        assert names_on_the_list_of(dr_chen) == ["Anna"]
        assert len(shares_of(anna)) == 1


def test_inviting_again_replaces_what_was_offered(app: Flask, anna: Account) -> None:
    with app.app_context():
        store.invite(anna, "dr@example.org", GRANT)
        store.invite(anna, "dr@example.org", NARROW)
        assert [one.grant for one in invitations_of(anna)] == [NARROW]


def test_an_invitation_ends_with_its_last_day(app: Flask, anna: Account, dr_chen: Account) -> None:
    with app.app_context():
        number = store.invite(anna, dr_chen.email, GRANT).id
    with time_machine.travel("2026-05-20 23:00:00+00:00"), app.app_context():
        assert store.invitations_for(dr_chen) == []
        assert store.accept(dr_chen, number) is None
        assert len(invitations_of(anna)) == 1


def test_only_who_invited_takes_back(
    app: Flask, anna: Account, ben: Account, dr_chen: Account
) -> None:
    with app.app_context():
        number = store.invite(anna, dr_chen.email, GRANT).id
        assert not store.take_back(ben, number)
        assert store.take_back(anna, number)
        assert not store.take_back(anna, number)
        assert store.accept(dr_chen, number) is None


def test_inviting_many_times_at_once_makes_one_invitation(app: Flask, anna: Account) -> None:
    def invite(number: int) -> int:
        with app.app_context():
            return store.invite(anna, f"dr.{number // 6}@example.org", GRANT).id

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(invite, range(30)))) == 5


def test_accepting_while_everything_is_ended_or_invited_anew_waits_for_it(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    def ending() -> None:
        with app.app_context():
            end_everything(anna)

    def inviting() -> None:
        with app.app_context():
            store.invite(anna, dr_chen.email, GRANT)

    def accepting() -> None:
        with app.app_context():
            for invitation, _ in store.invitations_for(dr_chen):
                store.accept(dr_chen, invitation.id)

    with ThreadPoolExecutor(6) as pool:
        done = [pool.submit(verb) for _ in range(20) for verb in (inviting, accepting, ending)]
    assert [one.exception() for one in done] == [None] * 60
