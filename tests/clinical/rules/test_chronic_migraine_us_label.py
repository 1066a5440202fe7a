"""The US label's reading asks for 15 days of 4 hours or more in one month."""

import pytest

from diary.clinical.count import Verdict
from tests.clinical.rules.cases import judged
from tests.diaries import a_month

RULE = "chronic_migraine_us_label"


@pytest.mark.parametrize(
    ("days", "minutes", "verdict"),
    [
        (15, 240, Verdict.MET),
        (15, 239, Verdict.NOT_MET),
        (14, 240, Verdict.NOT_MET),
        (15, None, Verdict.CANNOT_TELL),
        (14, None, Verdict.NOT_MET),
    ],
)
def test_both_thresholds(days: int, minutes: int | None, verdict: Verdict) -> None:
    month = a_month("2026-04", days, stated_minutes=minutes)
    assert judged(RULE, month, on="2026-04-30").verdict is verdict


def test_headaches_without_duration_are_an_open_point() -> None:
    month = a_month("2026-04", 15, stated_minutes=None)
    assert judged(RULE, month, on="2026-04-30").open_points == (
        "15 headache days have no duration; filling it in would narrow this.",
    )
    full = a_month("2026-04", 15, stated_minutes=240)
    assert judged(RULE, full, on="2026-04-30").open_points == ()


def test_no_duration_in_months_is_asked() -> None:
    months = [a_month("2026-03", 2), a_month("2026-04", 15, stated_minutes=240)]
    assert judged(RULE, *months, on="2026-04-15").verdict is Verdict.MET
    assert judged(RULE, *months, on="2026-04-14").verdict is Verdict.NOT_MET
