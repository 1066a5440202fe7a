"""Ending everything at once, and nobody else's."""

from datetime import date

from flask import Flask

from diary.accounts.models import Account
from diary.sharing.ending import end_everything
from diary.sharing.grant import Grant
from diary.sharing.invitations.store import invite
from diary.sharing.scope import WHOLE
from diary.sharing.store import shares_of
from tests.sharing.shares import a_share, invitations_of

GRANT = Grant(scope=WHOLE, ends_on=date(2099, 1, 1))


def test_shares_and_invitations_of_one_patient_end(
    app: Flask, anna: Account, ben: Account, dr_chen: Account
) -> None:
    for patient in (anna, ben):
        a_share(app, patient, dr_chen)
        with app.app_context():
            invite(patient, "dr@example.org", GRANT)
    with app.app_context():
        end_everything(anna)
    with app.app_context():
        assert [bool(one.share.withdrawn_at) for one in shares_of(anna)] == [True]
        assert [bool(one.share.withdrawn_at) for one in shares_of(ben)] == [False]
        assert (len(invitations_of(anna)), len(invitations_of(ben))) == (0, 1)
