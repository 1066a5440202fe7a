"""Headache days by severity."""

from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.day import Severity
from diary.clinical.measure import Measure, count_days
from diary.clinical.period import Month
from diary.clinical.severity import headache_days_by_severity
from tests.diaries import a_blank_day, a_clear_day, a_day, a_diary

APRIL = Month(2026, 4).period
KINDS = st.sampled_from([a_clear_day, a_day, a_blank_day, None])


def test_a_headache_without_severity_is_kept_apart() -> None:
    first, second, third, fourth = list(APRIL)[:4]
    diary = a_diary(
        [a_day(first), a_day(second, severity=Severity.SEVERE), a_blank_day(third)],
        [a_clear_day(fourth)],
    )
    found = headache_days_by_severity(diary, APRIL)
    assert found == {
        Severity.MILD: (first,),
        Severity.MODERATE: (),
        Severity.SEVERE: (second,),
        None: (third,),
    }


@given(kinds=st.lists(KINDS, min_size=30, max_size=30))
def test_together_they_are_the_headache_days(kinds: list[object]) -> None:
    days = [kind(on) for kind, on in zip(kinds, APRIL, strict=True) if callable(kind)]
    diary = a_diary(days)
    split = headache_days_by_severity(diary, APRIL)
    together = sorted(day for dates in split.values() for day in dates)
    assert tuple(together) == count_days(diary, APRIL)[Measure.HEADACHE_DAYS].certain
