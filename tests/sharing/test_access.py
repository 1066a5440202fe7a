"""The doors to a diary: one's own, and what happens behind the one to somebody else's."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event, Thread

import pytest
import time_machine
from flask import Flask
from flask_login import login_user
from werkzeug.exceptions import NotFound

from diary.accounts.gate import SignedIn
from diary.accounts.models import Account
from diary.botox.store import add_session, session_rows_of
from diary.clinical.treatment import BotoxSession
from diary.days.store import diary_of, write_day
from diary.sharing.access import diary_to_record_in, last_day_seen, own_diary, shared_diary
from diary.sharing.grant import Grant
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.store import change_share, withdraw
from tests.diaries import a_day
from tests.sharing.shares import a_share, log_of
from tests.sharing.withdrawals import at_the_next_commit

RACES = 100


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


def signed_in_as(person: Account) -> None:
    """Let this person be the one who asks."""
    login_user(SignedIn(account=person, session_id=1, token="token"))


def test_ones_own_diary_is_whole_and_can_be_written(app: Flask, anna: Account) -> None:
    with app.test_request_context():
        signed_in_as(anna)
        view = own_diary()
    assert (view.patient.id, view.on) == (anna.id, date(2026, 5, 20))
    assert (view.root, view.scope, view.can_write, view.ends_on) == ("", WHOLE, True, None)


def test_a_shared_diary_is_read_only_at_an_address_of_its_own(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    scope = Scope(first=date(2026, 3, 1), notes=False, treatments=True)
    share = a_share(app, anna, dr_chen, scope)
    with app.test_request_context():
        signed_in_as(dr_chen)
        with shared_diary(share.id, "Trends") as view:
            pass
    assert (view.patient.id, view.scope, view.can_write) == (anna.id, scope, False)
    assert view.trends_url() == f"/clinic/diaries/{share.id}/trends"
    assert view.ends_on == share.ends_on
    assert log_of(app, anna) == [("Dr Chen", "Trends")]


def test_a_patient_cannot_hold_somebody_elses_share(
    app: Flask, anna: Account, ben: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)
    for stranger in (anna, ben):
        with app.test_request_context():
            signed_in_as(stranger)
            with pytest.raises(NotFound), shared_diary(share.id, "Trends"):
                pytest.fail("the door was open")


def test_a_reading_that_fails_is_not_on_the_log(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)
    with app.test_request_context():
        signed_in_as(dr_chen)
        with pytest.raises(ZeroDivisionError), shared_diary(share.id, "Trends"):
            raise ZeroDivisionError
    assert log_of(app, anna) == []


def test_nobody_waits_for_a_reading_to_write_or_to_withdraw(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)

    def write_and_take_back() -> bool:
        with app.app_context():
            write_day(anna, a_day(date(2026, 5, 19)), seen_revision=0)
            return withdraw(anna, share.id)

    with app.test_request_context(), ThreadPoolExecutor(1) as another:
        signed_in_as(dr_chen)
        with shared_diary(share.id, "Trends") as view:
            assert another.submit(write_and_take_back).result(timeout=4)
            assert diary_of(view.patient).last_date is None
        with pytest.raises(NotFound), shared_diary(share.id, "Trends"):
            pytest.fail("the door was open")
    assert log_of(app, anna) == [("Dr Chen", "Trends")]


def test_the_grant_is_checked_again_when_the_viewing_is_on_the_log(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)

    def take_back() -> None:
        with app.app_context():
            withdraw(anna, share.id)

    with app.test_request_context():
        signed_in_as(dr_chen)
        with (
            at_the_next_commit(take_back),
            pytest.raises(NotFound),
            shared_diary(share.id, "Trends"),
        ):
            pytest.fail("the door was open")
    assert log_of(app, anna) == []


def test_a_reading_begun_after_a_withdrawal_shows_nothing(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    def look_until_nothing_is_there(share_id: int, withdrawn: Event) -> int:
        """How many readings began after the withdrawal and yet showed something."""
        late = 0
        with app.test_request_context():
            signed_in_as(dr_chen)
            while True:
                is_late = withdrawn.is_set()
                try:
                    with shared_diary(share_id, "Trends"):
                        late += is_late
                except NotFound:
                    return late

    with ThreadPoolExecutor(1) as reader:
        for _ in range(RACES):
            share, withdrawn = a_share(app, anna, dr_chen), Event()
            looking = reader.submit(look_until_nothing_is_there, share.id, withdrawn)
            with app.app_context():
                withdraw(anna, share.id)
                withdrawn.set()
            assert looking.result(timeout=20) == 0


def test_a_clinician_who_records_and_a_patient_who_changes_the_share_both_come_through(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen, may_record_sessions=True)
    grant = Grant(scope=WHOLE, ends_on=date(2026, 6, 20), may_record_sessions=True)
    changed: list[bool] = []

    def change() -> None:
        with app.app_context():
            changed.append(change_share(anna, share.id, grant))

    changing = Thread(target=change)
    with app.test_request_context():
        signed_in_as(dr_chen)
        with diary_to_record_in(share.id, "The form") as (view, _viewing):
            changing.start()
            changing.join(timeout=0.3)
            assert changing.is_alive()
            add_session(view.patient, BotoxSession(date=date(2026, 5, 19)), dr_chen)
        changing.join()
    assert changed == [True]
    with app.app_context():
        assert len(session_rows_of(anna)) == 1


@pytest.mark.parametrize(
    ("last", "seen"),
    [
        (None, date(2026, 5, 20)),
        (date(2026, 5, 19), date(2026, 5, 19)),
        (date(2026, 5, 21), date(2026, 5, 20)),
    ],
)
def test_a_diary_is_seen_as_it_stood_on_the_last_shared_day(
    app: Flask, anna: Account, last: date | None, seen: date
) -> None:
    assert last_day_seen(anna, Scope(last=last, notes=True, treatments=True)) == seen
