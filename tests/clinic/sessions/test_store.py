"""A clinician changes and withdraws what is theirs alone, and ends no dispute."""

from datetime import date

import pytest
from flask import Flask

from diary.accounts.models import Account
from diary.botox.store import add_session, change_session, dispute_session, session_rows_of
from diary.clinic.sessions import store
from diary.clinical.treatment import BotoxSession
from diary.database import writing
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.viewpoint import Viewpoint

MARCH = BotoxSession(date=date(2026, 3, 3), units=155)
MORE = BotoxSession(date=date(2026, 3, 3), units=195)


def view_of(patient: Account, scope: Scope = WHOLE) -> Viewpoint:
    return Viewpoint(patient=patient, on=date(2026, 5, 20), scope=scope)


def test_it_is_signed_and_stays_theirs_when_they_change_it(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    with app.app_context(), writing():
        store.record_session(view_of(anna), dr_chen, MARCH)
        [row] = session_rows_of(anna)
        store.change_session(view_of(anna), dr_chen, row, MORE)
        assert store.own_session(view_of(anna), dr_chen, row.id) is row
        assert (row.units, row.recorded_by, row.is_by(dr_chen)) == (195, "Dr Chen", True)


def test_only_the_patient_ends_a_dispute(app: Flask, anna: Account, dr_chen: Account) -> None:
    with app.app_context(), writing():
        row = add_session(anna, MARCH, dr_chen)
        dispute_session(anna, row.id)
        store.change_session(view_of(anna), dr_chen, row, MORE)
        assert (row.units, row.is_disputed) == (195, True)


def test_what_another_recorded_is_not_theirs(
    app: Flask, anna: Account, ben: Account, dr_chen: Account, dr_doyle: Account
) -> None:
    march = Scope(last=date(2026, 3, 2), notes=True, treatments=True)
    with app.app_context(), writing():
        own = add_session(anna, MARCH)
        doyles = add_session(anna, BotoxSession(date=date(2026, 4, 3)), dr_doyle)
        bens = add_session(ben, MARCH, dr_chen)
        mine = add_session(anna, BotoxSession(date=date(2026, 5, 3)), dr_chen)
        for row in (own, doyles, bens):
            assert store.own_session(view_of(anna), dr_chen, row.id) is None
        assert store.own_session(view_of(anna, march), dr_chen, mine.id) is None
        assert store.own_session(view_of(anna), dr_chen, mine.id) is mine
        store.withdraw_session(view_of(anna), mine)
        assert store.own_session(view_of(anna), dr_chen, mine.id) is None


def test_what_the_patient_changed_is_the_patients(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    with app.app_context(), writing():
        row = add_session(anna, MARCH, dr_chen)
        change_session(anna, row.id, MORE)
        with pytest.raises(store.TheirsError, match="it is theirs now"):
            store.own_session(view_of(anna), dr_chen, row.id)
