"""The patient's page of sharing: what is open, what has ended, what needs a word."""

from datetime import UTC, date, datetime, timedelta

import pytest

from diary.accounts.models import Account
from diary.sharing.grant import Grant
from diary.sharing.models import Share, Viewing
from diary.sharing.page import SharingPage, what_is_shared
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.store import SharedWith

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
TODAY = NOW.date()


def shared(
    days: int = 30, withdrawn: datetime | None = None, looked: datetime | None = None
) -> SharedWith:
    """A share with Dr Chen that ends in so many days."""
    share = Share(withdrawn_at=withdrawn)
    share.set_from(Grant(scope=WHOLE, ends_on=TODAY + timedelta(days=days)))
    return SharedWith(share=share, clinician=Account(name="Dr Chen"), first_look=looked)


def page_of(*shares: SharedWith, viewings: int = 0) -> SharingPage:
    """The page with these shares."""
    log = [Viewing(id=number) for number in range(viewings)]
    return SharingPage(now=NOW, shares=list(shares), invitations=[], viewings=log)


@pytest.mark.parametrize(("days", "is_open"), [(-1, False), (0, True)])
def test_a_share_is_open_through_its_last_day(days: int, is_open: bool) -> None:
    page = page_of(shared(days))
    assert (len(page.open), len(page.ended)) == ((1, 0) if is_open else (0, 1))


def test_a_withdrawn_share_has_ended() -> None:
    page = page_of(shared(withdrawn=NOW))
    assert (len(page.open), len(page.ended)) == (0, 1)


@pytest.mark.parametrize(("days", "is_told"), [(7, True), (8, False)])
def test_an_end_within_a_week_is_told(days: int, is_told: bool) -> None:
    told = ["Dr Chen can look until 27 May 2026: it ends soon."]
    assert page_of(shared(days)).notices == (told if is_told else [])


@pytest.mark.parametrize(("hours", "is_told"), [(7 * 24, True), (7 * 24 + 1, False)])
def test_a_first_look_and_a_withdrawal_are_told_for_a_week(hours: int, is_told: bool) -> None:
    at = NOW - timedelta(hours=hours)
    told = [
        "Dr Chen looked for the first time on 13 May 2026.",
        "You stopped sharing with Dr Chen on 13 May 2026.",
    ]
    page = page_of(shared(looked=at), shared(withdrawn=at))
    assert page.notices == (told if is_told else [])


@pytest.mark.parametrize(("viewings", "shown"), [(20, 20), (21, 20)])
def test_the_log_is_turned_after_twenty_lines(viewings: int, shown: int) -> None:
    page = page_of(viewings=viewings)
    assert (len(page.log), page.has_earlier) == (shown, viewings > shown)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "all days"),
        (date(2026, 5, 1), None, "days from 1 May 2026 on"),
        (None, date(2026, 5, 9), "days until 9 May 2026"),
        (date(2026, 5, 1), date(2026, 5, 9), "days from 1 May 2026 to 9 May 2026"),
    ],
)
def test_a_grant_is_said_in_words(first: date | None, last: date | None, words: str) -> None:
    without = Scope(first=first, last=last, notes=False, treatments=False)
    grant = Grant(scope=without, ends_on=TODAY)
    assert what_is_shared(grant) == f"{words}, no treatments, no notes"
    full = Grant(scope=WHOLE, ends_on=TODAY, may_record_sessions=True)
    assert what_is_shared(full) == "all days, treatments, notes, may record sessions"
