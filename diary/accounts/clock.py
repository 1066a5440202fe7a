"""The patient's own calendar: their time zone decides which day it is."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from diary.accounts.models import Account
from diary.clinical.period import A_DAY

FARTHEST_EAST = timedelta(hours=14)
"""How far the clocks of the Line Islands are ahead of UTC; none are further."""


def today_of(account: Account) -> date:
    """Return today's date where the patient lives."""
    return now_of(account).date()


def last_day_of(account: Account) -> date:
    """Return the last day that the patient has lived: today, or a later one before travelling west.

    What is recorded up to this day is shown and counted.
    """
    today = today_of(account)
    return max(today, account.lived_until or today)


def last_date_to_write(account: Account) -> date:
    """Return the last day that can be written: one day ahead, or today wherever it is latest.

    It never goes back: a day that was written can be written again, wherever its patient is now.
    """
    return max(last_day_of(account) + A_DAY, (datetime.now(UTC) + FARTHEST_EAST).date())


def now_of(account: Account) -> datetime:
    """Return this moment as the clock where the patient lives shows it."""
    return datetime.now(ZoneInfo(account.time_zone))
