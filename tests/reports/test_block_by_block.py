"""One cycle block by block."""

from datetime import timedelta

import pytest

from diary.clinical.period import days_from
from diary.reports.botox import report_botox
from tests.diaries import days_of
from tests.reports.courses import BASELINE, FIRST, LAST_28, WEEKS_5_8, case_of, compared

NBSP = "\u00a0"


def test_blocks_that_disagree_are_told_with_the_verdict_that_flips() -> None:
    chosen = compared(days_of(BASELINE, 20), days_of(WEEKS_5_8, 5), days_of(LAST_28, 16))
    assert (chosen.blocks.flip or "").replace(NBSP, " ") == (
        "Weeks 5–8 and weeks 9–12 of cycle 2 tell different stories: headache days 75.0 % fewer, then "
        "20.0 % fewer. 30 % or more is reached only in weeks 5–8: a verdict depends on the block that is "
        "compared."
    )
    rows = {row[0]: [cell.replace(NBSP, " ") for cell in row[1:]] for row in chosen.blocks.rows}
    assert rows["Weeks 5–8"] == ["5 of 28 days", "75.0 % fewer", "yes"]
    assert rows["Weeks 9–12"] == ["16 of 28 days", "20.0 % fewer", "no"]
    assert rows["Last 28 days"] == rows["Weeks 9–12"]


def test_blocks_that_agree_have_nothing_to_tell() -> None:
    chosen = compared(days_of(BASELINE, 20), days_of(WEEKS_5_8, 14), days_of(LAST_28, 14))
    assert chosen.blocks.flip is None


def test_blocks_with_few_recorded_days_do_not_disagree() -> None:
    def flip(recorded: int) -> str | None:
        good = days_of(WEEKS_5_8, 0, recorded=recorded)
        return compared(days_of(BASELINE, 28), good, days_of(LAST_28, 28)).blocks.flip

    assert flip(19) is None
    assert flip(20) is not None


@pytest.mark.parametrize(("days", "blocks"), [(6, 0), (7, 2)])
def test_less_than_a_week_has_no_row(days: int, blocks: int) -> None:
    diary = [*days_of(BASELINE, 20), *days_of(days_from(FIRST, days), 0)]
    case = case_of(diary, on=FIRST + timedelta(days=days - 1))
    chosen = report_botox(case, []).chosen
    assert chosen is not None
    assert len(chosen.blocks.rows) == blocks


def test_every_row_leads_to_its_comparison() -> None:
    chosen = compared(days_of(BASELINE, 20), days_of(LAST_28, 16))
    links = chosen.blocks.links(lambda key: f"?block={key}")
    assert links[0] == "?block=cycle-2-last"
    assert len(links) == len(chosen.blocks.rows)
    assert len(chosen.blocks.headers) == len(chosen.blocks.rows[0])
