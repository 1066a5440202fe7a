"""One comparison with the time before Botox: what it shows in words, and what it leaves open."""

from dataclasses import dataclass

from diary.clinical.botox import WEEK, Course
from diary.clinical.count import FOUR_WEEKS_RECORDED_NEEDED, Verdict
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure
from diary.clinical.period import FOUR_WEEKS
from diary.clinical.response import RESPONDER_BANDS, Comparison
from diary.reports.block_by_block import BlockByBlock, block_by_block
from diary.reports.change import Change, Direction, changes_in, severe_changes_in
from diary.reports.comparing import Choice, choices_of, compare, usual_choice
from diary.reports.glance import Glance
from diary.web.errors import DiaryError


class UnknownBlockError(DiaryError):
    """A block that this treatment does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """One comparison, with what may be said of it; `severe` stands beside the six measures."""

    choice: Choice
    comparison: Comparison
    severe: list[Change]
    blocks: BlockByBlock

    @property
    def changes(self) -> list[Change]:
        """The six measures side by side."""
        return changes_in(self.comparison)

    @property
    def glance(self) -> Glance:
        """The same as one picture, empty where there is too little to compare."""
        return Glance(changes=[] if self.is_too_short else [*self.changes, *self.severe])

    @property
    def is_too_short(self) -> bool:
        """Whether less than a week has gone by: one day brought to 28 would be all or nothing."""
        return len(self.comparison.after) < WEEK

    @property
    def sentence(self) -> str:
        """What the diary shows of headache days; only what the bounds allow."""
        before, headache = self.comparison.before, self.changes[0]
        if not self.comparison.usable:
            return (
                f"Not enough days recorded in {self.choice.before}: {before.recorded} of {len(before)}. "
                f"A comparison needs {FOUR_WEEKS_RECORDED_NEEDED}."
            )
        if self.is_too_short:
            return (
                f"{_days(len(self.comparison.after))} so far: too few to compare with four weeks."
            )
        if headache.direction is Direction.OPEN:
            return (
                "The days or answers that are missing leave open how headache days changed: "
                f"{headache.words}."
            )
        if headache.direction is Direction.SAME:
            return "The diary shows as many headache days as before."
        return f"The diary shows {headache.direction} headache days than before: {headache.words}."

    @property
    def story(self) -> str:
        """The whole in a few words: headache days, and what fell clearly more, if anything did."""
        headline = self.glance.headline
        return " ".join((headline, *self.glance.figures)) if headline else self.sentence

    @property
    def caution(self) -> str | None:
        """A word on a stretch of fewer than 28 days, which is brought to 28 to be compared."""
        days = len(self.comparison.after)
        if days >= FOUR_WEEKS:
            return None
        return f"This compares only {_days(days)} with four weeks: a short stretch says little."

    @property
    def bands(self) -> list[tuple[int, Verdict]]:
        """Whether headache days fell by at least so many percent."""
        reduction = self.comparison.reduction(Measure.HEADACHE_DAYS)
        return [(percent, reduction.reaches(percent)) for percent in RESPONDER_BANDS]


def before_and_after(diary: Diary, course: Course, key: str | None = None) -> BeforeAfter:
    """The comparison of this key, or the usual one. Raises UnknownBlockError."""
    by_key = {choice.key: choice for of_cycle in choices_of(course) for choice in of_cycle}
    choice = by_key.get(key) if key else usual_choice(course)
    comparison = compare(diary, course, choice) if choice else None
    if choice is None or comparison is None:
        raise UnknownBlockError("There is no such block in this treatment. Choose one of the list.")
    return BeforeAfter(
        choice=choice,
        comparison=comparison,
        severe=severe_changes_in(diary, comparison),
        blocks=block_by_block(diary, course, choice.cycle),
    )


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
