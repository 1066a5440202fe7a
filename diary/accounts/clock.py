"""The patient's own calendar: their time zone decides which day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from diary.accounts.models import Account


def today_of(account: Account) -> date:
    """Return today's date where the patient lives."""
    return datetime.now(ZoneInfo(account.time_zone)).date()
