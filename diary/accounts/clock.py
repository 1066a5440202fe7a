"""The patient's own calendar: their time zone decides which day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from diary.accounts.models import Account
from diary.clinical.period import A_DAY


def today_of(account: Account) -> date:
    """Return today's date where the patient lives."""
    return now_of(account).date()


def last_date_to_write(account: Account) -> date:
    """Return the patient's tomorrow: one day may be written ahead, none after it."""
    return today_of(account) + A_DAY


def now_of(account: Account) -> datetime:
    """Return this moment as the clock where the patient lives shows it."""
    return datetime.now(ZoneInfo(account.time_zone))
