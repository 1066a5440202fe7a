"""Shares in the database: allowed, changed, withdrawn, and looked at."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from flask import Flask

from diary.accounts.models import Account
from diary.database import writing
from diary.sharing import store
from diary.sharing.grant import Grant
from diary.sharing.scope import Scope
from tests.sharing.shares import a_share, names_on_the_list_of

TODAY = date(2026, 5, 20)
NARROW = Grant(
    scope=Scope(first=date(2026, 5, 1), notes=True, treatments=False),
    ends_on=TODAY + timedelta(days=28),
    may_record_sessions=True,
)


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


def grants_of(app: Flask, patient: Account) -> list[Grant]:
    """What the patient allows, the newest first."""
    with app.app_context():
        return [one.share.grant for one in store.shares_of(patient)]


def test_a_grant_is_stored_as_it_is_given(app: Flask, anna: Account, dr_chen: Account) -> None:
    with app.app_context():
        store.add_share(anna, dr_chen, NARROW)
    assert grants_of(app, anna) == [NARROW]


def test_sharing_twice_with_somebody_changes_what_they_see(
    app: Flask, anna: Account, dr_chen: Account, dr_doyle: Account
) -> None:
    first = a_share(app, anna, dr_chen)
    a_share(app, anna, dr_doyle)
    with app.app_context():
        assert store.add_share(anna, dr_chen, NARROW).id == first.id
    assert len(grants_of(app, anna)) == 2


def test_an_ended_share_is_not_woken_by_a_new_one(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    ended = a_share(app, anna, dr_chen, days=-1)
    assert a_share(app, anna, dr_chen).id != ended.id


def test_nobody_changes_or_withdraws_what_is_not_theirs(
    app: Flask, anna: Account, ben: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)
    with app.app_context():
        assert not store.change_share(ben, share.id, NARROW)
        assert not store.withdraw(ben, share.id)
        store.withdraw_all(ben)
    with app.app_context():
        [one] = store.shares_of(anna)
        assert (one.share.grant, one.share.withdrawn_at) == (share.grant, None)


def test_a_withdrawn_share_cannot_be_changed_or_withdrawn_again(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)
    with app.app_context():
        assert store.withdraw(anna, share.id)
        assert not store.withdraw(anna, share.id)
        assert not store.change_share(anna, share.id, NARROW)
        assert store.share_of(anna, share.id) is None


def test_a_clinician_has_the_open_diaries_by_name(
    app: Flask, anna: Account, ben: Account, dr_chen: Account, dr_doyle: Account
) -> None:
    for patient in (ben, anna):
        a_share(app, patient, dr_chen)
    a_share(app, anna, dr_doyle, days=-1)
    with app.app_context():
        assert names_on_the_list_of(dr_chen) == ["Anna", "Ben"]
        assert names_on_the_list_of(dr_doyle) == []
        store.withdraw_all(anna)
        assert names_on_the_list_of(dr_chen) == ["Ben"]


def test_the_first_look_and_the_log_are_the_patients_own(
    app: Flask, anna: Account, ben: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)
    assert [one.first_look for one in looked(app, anna)] == [None]
    for hour in (8, 9):
        at = time_machine.travel(datetime(2026, 5, 21, hour, tzinfo=UTC), tick=False)
        with at, app.app_context(), writing() as session:
            store.note_viewing(session, share, "Dr Chen", f"{hour} o’clock")
    assert [one.first_look for one in looked(app, anna)] == [datetime(2026, 5, 21, 8, tzinfo=UTC)]
    with app.app_context():
        later, earlier = store.viewings_of(anna, 5)
        assert (later.what, earlier.what) == ("9 o’clock", "8 o’clock")
        assert store.viewings_of(anna, 5, before=later.id) == [earlier]
        assert store.viewings_of(anna, 1) == [later]
        assert store.viewings_of(ben, 5) == []


def looked(app: Flask, patient: Account) -> list[store.SharedWith]:
    """The shares of a patient."""
    with app.app_context():
        return store.shares_of(patient)


def test_sharing_many_times_at_once_makes_one_share(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    together = Barrier(6)

    def share(_: int) -> int:
        together.wait()
        return a_share(app, anna, dr_chen).id

    for _ in range(5):
        with ThreadPoolExecutor(6) as pool:
            ids = set(pool.map(share, range(6)))
        assert len(ids) == 1
        with app.app_context():
            assert store.withdraw(anna, ids.pop())
