"""The patient's time zone decides which day it is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from time_machine import travel

from diary.accounts.clock import last_date_to_write, last_day_of, today_of
from diary.accounts.models import Account
from tests.zones import NAMES

NIGHT = datetime(2025, 12, 31, 10, 30, tzinfo=UTC)


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
    with travel(datetime(2025, 12, 31, 9, tzinfo=UTC), tick=False):
        assert last_date_to_write(Account(time_zone="Europe/London")) == date(2026, 1, 1)


@given(*[st.sampled_from(NAMES)] * 2, st.integers(0, 26_000_000))
def test_a_day_written_in_one_time_zone_can_be_written_in_any_other(
    there: str, here: str, minute: int
) -> None:
    with travel(NIGHT + timedelta(minutes=minute), tick=False):
        before = Account(time_zone=there)
        after = Account(time_zone=here, lived_until=last_day_of(before))
        assert today_of(before) <= last_day_of(after)
        assert last_date_to_write(before) <= last_date_to_write(after)
        # On the phone of somebody whose diary still uses the other zone.
        assert today_of(before) <= last_date_to_write(Account(time_zone=here))


def test_a_day_that_was_lived_elsewhere_is_the_last_one_until_it_is_over_here() -> None:
    samoa = Account(time_zone="Pacific/Pago_Pago", lived_until=date(2026, 1, 1))
    with travel(NIGHT, tick=False):
        assert last_day_of(samoa) == date(2026, 1, 1)
        assert last_day_of(Account(time_zone="Pacific/Pago_Pago")) == date(2025, 12, 30)
    with travel(datetime(2026, 1, 5, tzinfo=UTC), tick=False):
        assert last_day_of(samoa) == date(2026, 1, 4)
