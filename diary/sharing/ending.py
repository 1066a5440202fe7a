"""Ending everything at once."""

from diary.accounts.models import Account
from diary.database import writing
from diary.sharing.invitations.store import take_all_back
from diary.sharing.store import withdraw_all


def end_everything(patient: Account) -> None:
    """Nobody but the patient may read from now on, and nobody is invited."""
    with writing():
        withdraw_all(patient)
        take_all_back(patient)
