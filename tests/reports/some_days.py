"""Any run of diary days, for property tests: every kind of day, and unrecorded ones between."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from hypothesis import strategies as st

from diary.clinical.day import DiaryDay, Effect, Severity
from tests.diaries import a_blank_day, a_clear_day, a_day, a_migraine_day, took

Kind = Callable[[date], DiaryDay]
KINDS: list[Kind | None] = [
    None,
    a_clear_day,
    a_day,
    a_blank_day,
    a_migraine_day,
    partial(a_migraine_day, stated_minutes=480, severity=Severity.SEVERE),
    partial(a_migraine_day, doses=took("sumatriptan", effect=Effect.HELPED)),
    partial(a_day, doses=took("ibuprofen", "rizatriptan"), stated_minutes=None),
    partial(a_day, doses=took("something from the market")),
    partial(a_day, severity=Severity.SEVERE, one_sided=True, cluster_signs=True),
]


def runs_from(first: date, most: int) -> st.SearchStrategy[list[DiaryDay]]:
    """Up to `most` days beginning with `first`, some of them unrecorded."""
    return st.lists(st.sampled_from(KINDS), min_size=1, max_size=most).map(
        lambda kinds: [
            kind(first + timedelta(days=n)) for n, kind in enumerate(kinds) if kind is not None
        ]
    )
