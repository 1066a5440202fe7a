"""Dr Chen may record sessions in Anna's diary."""

import pytest
from flask import Flask

from diary.accounts.models import Account
from tests.sharing.shares import a_share


@pytest.fixture
def root(app: Flask, anna: Account, dr_chen: Account) -> str:
    """Where Dr Chen, who may record sessions, reads Anna's diary."""
    return f"/clinic/diaries/{a_share(app, anna, dr_chen, may_record_sessions=True).id}"
