"""The patient's time zone decides which day it is."""

from datetime import UTC, date, datetime

import pytest
from time_machine import travel

from diary.accounts.clock import last_date_to_write, today_of
from diary.accounts.models import Account


@pytest.mark.parametrize(
    ("time_zone", "today"),
    [
        ("Pacific/Kiritimati", date(2026, 1, 1)),
        ("Europe/London", date(2025, 12, 31)),
        ("America/Los_Angeles", date(2025, 12, 31)),
    ],
)
def test_midnight_comes_when_it_comes_to_the_patient(time_zone: str, today: date) -> None:
    with travel(datetime(2025, 12, 31, 23, 59, tzinfo=UTC), tick=False):
        assert today_of(Account(time_zone=time_zone)) == today


def test_the_day_changes_with_the_minute() -> None:
    with travel(datetime(2026, 1, 1, tzinfo=UTC), tick=False):
        assert today_of(Account(time_zone="Europe/London")) == date(2026, 1, 1)


def test_one_day_may_be_written_ahead() -> None:
    with travel(datetime(2025, 12, 31, 12, tzinfo=UTC), tick=False):
        assert last_date_to_write(Account(time_zone="Europe/London")) == date(2026, 1, 1)
