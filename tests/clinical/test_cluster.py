"""Which days look like cluster headache."""

from typing import Any

import pytest

from diary.clinical.answer import Answer
from diary.clinical.cluster import count_cluster_days, is_cluster_like
from diary.clinical.day import Severity
from tests.diaries import a_clear_day, a_day, a_diary, a_month

TYPICAL: dict[str, Any] = {
    "severity": Severity.SEVERE,
    "one_sided": True,
    "stated_minutes": 60,
    "cluster_signs": True,
}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, True),
        ({"stated_minutes": 14}, False),
        ({"stated_minutes": 15}, True),
        ({"stated_minutes": 180}, True),
        ({"stated_minutes": 181}, False),
        ({"stated_minutes": None}, None),
        ({"severity": Severity.MODERATE}, False),
        ({"severity": None}, None),
        ({"severity": None, "one_sided": False}, False),
        ({"cluster_signs": None}, None),
        ({"cluster_signs": False}, False),
    ],
)
def test_a_cluster_like_day(answers: dict[str, Any], expected: Answer) -> None:
    assert is_cluster_like(a_day(**(TYPICAL | answers))) is expected


def test_a_headache_free_day_is_never_cluster_like() -> None:
    assert is_cluster_like(a_clear_day(cluster_signs=True)) is False


def test_unrecorded_days_say_nothing_about_the_pattern() -> None:
    count = count_cluster_days(a_diary(a_month("2026-04", 4, recorded=4, **TYPICAL)))
    assert (count.lower, count.upper, count.length) == (4, 4, 4)
