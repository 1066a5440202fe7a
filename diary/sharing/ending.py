"""Ending everything at once."""

from diary.accounts.models import Account
from diary.accounts.store import hold
from diary.database import writing
from diary.sharing.invitations.store import take_all_back
from diary.sharing.links.store import withdraw_links
from diary.sharing.store import withdraw_all


def end_everything(patient: Account) -> None:
    """Nobody but the patient may read from now on, nobody is invited, and no link opens."""
    with writing() as session:
        hold(session, patient)
        withdraw_links(patient)
        withdraw_all(patient)
        take_all_back(patient)
