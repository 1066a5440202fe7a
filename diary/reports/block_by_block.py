"""One cycle block by block: the change in each, and whether a verdict flips with the block."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from diary.clinical.botox import WEEK, BlockName, Course
from diary.clinical.count import FOUR_WEEKS_RECORDED_NEEDED, Verdict
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure
from diary.clinical.response import RESPONDER_BANDS, Comparison
from diary.reports.change import changes_in
from diary.reports.comparing import Choice, Stretch, choices_of, compare
from diary.reports.words import YES_OR_NO

BlockUrl = Callable[[str], str]
HEADERS = ("Block", "Headache days", "Against before", "30 % or more fewer")
BLOCKS = (BlockName.WEEKS_9_12, BlockName.WEEKS_5_8, BlockName.WEEKS_1_4)
"""Compared with each other, the end of the effect first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockByBlock:
    """The stretches of one cycle, each compared with the time before the first session."""

    cycle: int
    compared: list[tuple[Choice, Comparison]]

    @property
    def rows(self) -> list[list[str]]:
        """Each stretch as a row of cells."""
        return [_row(choice, comparison) for choice, comparison in self.compared]

    @property
    def headers(self) -> list[str]:
        """What stands above the cells."""
        return list(HEADERS)

    def links(self, block_url: BlockUrl) -> list[str]:
        """Where each row leads: the comparison of its stretch."""
        return [block_url(choice.key) for choice, _ in self.compared]

    @property
    def flip(self) -> str | None:
        """That the verdict depends on the block, where two well recorded blocks disagree for certain."""
        blocks = {choice.name: comparison for choice, comparison in self.compared}
        known = [name for name in BLOCKS if name in blocks and _is_well_recorded(blocks[name])]
        for percent in RESPONDER_BANDS:
            for later, earlier in combinations(known, 2):
                verdicts = [_verdict(blocks[name], percent) for name in (earlier, later)]
                if set(verdicts) == {Verdict.MET, Verdict.NOT_MET}:
                    return self._flip_in_words(earlier, later, percent)
        return None

    def _flip_in_words(self, earlier: BlockName, later: BlockName, percent: int) -> str:
        (first, was), (second, now) = (
            next((c, comparison) for c, comparison in self.compared if c.name == name)
            for name in (earlier, later)
        )
        reached = first if _verdict(was, percent) is Verdict.MET else second
        return (
            f"{first.short_title.capitalize()} and {second.short_title} of cycle {self.cycle} tell "
            f"different stories: headache days {_change(was)}, then {_change(now)}. {percent} % or more "
            f"is reached only in {reached.short_title}: a verdict depends on the block that is compared."
        )


def block_by_block(diary: Diary, course: Course, cycle: int) -> BlockByBlock:
    """Every stretch of the cycle, of a week or more, that has the same time before it."""
    choices = [one for one in choices_of(course)[cycle - 1] if one.name != Stretch.AROUND]
    compared = ((choice, compare(diary, course, choice)) for choice in choices)
    long_enough = [(choice, one) for choice, one in compared if one and len(one.after) >= WEEK]
    return BlockByBlock(cycle=cycle, compared=long_enough)


def _row(choice: Choice, comparison: Comparison) -> list[str]:
    headache = changes_in(comparison)[0]
    verdict = _verdict(comparison, RESPONDER_BANDS[0])
    title = choice.short_title
    return [
        title[0].upper() + title[1:],
        headache.after_words,
        _change(comparison),
        YES_OR_NO[verdict],
    ]


def _verdict(comparison: Comparison, percent: int) -> Verdict:
    return comparison.reduction(Measure.HEADACHE_DAYS).reaches(percent)


def _change(comparison: Comparison) -> str:
    return changes_in(comparison)[0].words


def _is_well_recorded(comparison: Comparison) -> bool:
    return comparison.after.recorded >= FOUR_WEEKS_RECORDED_NEEDED
