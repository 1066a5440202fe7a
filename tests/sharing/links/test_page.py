"""What the patient is told of links: link by link while they are few."""

from datetime import UTC, datetime, timedelta

import pytest

from diary.sharing.links.models import ShareLink
from diary.sharing.links.page import LinksPage

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)


def a_link(name: str = "Link for the clinic", days: int = 14, **columns: object) -> ShareLink:
    """A link that ends in so many days, made with these columns."""
    ends_on = NOW.date() + timedelta(days=days)
    return ShareLink(**{"name": name, "ends_on": ends_on, "wrong_pins": 0} | columns)


def told_of(*links: ShareLink) -> list[str]:
    """The sentences about these links."""
    for link in links:
        link.notes, link.treatments = False, True
    return LinksPage(now=NOW, links=list(links)).notices


@pytest.mark.parametrize(("days", "is_told"), [(3, True), (4, False), (-1, False)])
def test_an_end_within_three_days_is_told(days: int, is_told: bool) -> None:
    told = [f"Link for the clinic ends soon: on {20 + days} May 2026."]
    assert told_of(a_link(days=days)) == (told if is_told else [])


@pytest.mark.parametrize(("hours", "is_told"), [(7 * 24, True), (7 * 24 + 1, False)])
def test_a_first_use_and_an_end_are_told_for_a_week(hours: int, is_told: bool) -> None:
    at = NOW - timedelta(hours=hours)
    told = [
        "Link for the clinic was opened for the first time on 13 May 2026.",
        "Link for the clinic opens nothing since 13 May 2026: you ended it.",
    ]
    found = told_of(a_link(first_opened_at=at), a_link(withdrawn_at=at))
    assert found == (told if is_told else [])


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (4, []),
        (5, ["The PIN of Link for the clinic was wrong 5 times."]),
        (19, ["The PIN of Link for the clinic was wrong 19 times."]),
        (20, ["Link for the clinic is locked: the PIN was wrong too often."]),
    ],
)
def test_wrong_pins_are_told_of(wrong: int, told: list[str]) -> None:
    assert told_of(a_link(wrong_pins=wrong)) == told
    assert told_of(a_link(wrong_pins=wrong, withdrawn_at=NOW - timedelta(days=9))) == []


def test_more_than_two_of_a_kind_are_counted() -> None:
    links = [a_link(f"Link {number}", first_opened_at=NOW) for number in range(3)]
    assert len(told_of(*links[:2])) == 2
    assert told_of(*links) == ["3 links were opened for the first time lately."]
