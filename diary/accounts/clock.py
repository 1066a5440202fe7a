"""The patient's own calendar: their time zone decides which day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from diary.accounts.models import Account


def today_of(account: Account) -> date:
    """Return today's date where the patient lives."""
    return now_of(account).date()


def now_of(account: Account) -> datetime:
    """Return this moment as the clock where the patient lives shows it."""
    return datetime.now(ZoneInfo(account.time_zone))
