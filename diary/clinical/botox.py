"""Botox cycles: windows and blocks around sessions, before and after.

Windows: the session day is day 1 of week 1; the baseline is the 28 days before the first session.
Interval: onabotulinumtoxinA is given every 12 weeks (US label, section 2; PREEMPT injection paradigm).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from diary.clinical.count import FOUR_WEEKS_RECORDED_NEEDED, Rate, Verdict
from diary.clinical.diary import Diary
from diary.clinical.measure import Counts, Measure, count_days
from diary.clinical.period import FOUR_WEEKS, Period, days_from, four_weeks_ending
from diary.clinical.treatment import BotoxSession

WEEK = 7
WEEKS_IN_A_CYCLE = 12
INTERVAL_DAYS = WEEKS_IN_A_CYCLE * WEEK
ON_SCHEDULE_DAYS = (78, 91)
"""Fewest and most days since the session before that count as on schedule."""
WEARING_OFF_DAYS = 2
"""More headache days per 28 in weeks 9–12 than in weeks 5–8."""
RESPONSE_CYCLE = 2
"""PREEMPT's endpoint: the last 28 days of the second cycle against baseline."""


class Timing(StrEnum):
    """How a session lies to the one before it."""

    EARLY = "early"
    ON_SCHEDULE = "on_schedule"
    LATE = "late"


class BlockName(StrEnum):
    """The blocks of a cycle."""

    WEEKS_1_4 = "weeks_1_4"
    WEEKS_5_8 = "weeks_5_8"
    WEEKS_9_12 = "weeks_9_12"
    BEYOND_WEEK_12 = "beyond_week_12"


_BLOCK_STARTS = {
    BlockName.WEEKS_1_4: 0,
    BlockName.WEEKS_5_8: 28,
    BlockName.WEEKS_9_12: 56,
    BlockName.BEYOND_WEEK_12: INTERVAL_DAYS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a cycle with its real length and its counts."""

    name: BlockName
    counts: Counts

    @property
    def period(self) -> Period:
        return self.counts.period

    @property
    def is_well_recorded(self) -> bool:
        """At least 20 of its days were recorded."""
        return self.counts.recorded >= FOUR_WEEKS_RECORDED_NEEDED

    @property
    def headache_rate(self) -> Rate:
        """Headache days per 28 days."""
        return self.counts[Measure.HEADACHE_DAYS].per_28_days()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One session and the days until the next; `interval_days` since the session before, if any."""

    number: int
    session: BotoxSession
    interval_days: int | None
    blocks: tuple[Block, ...]

    @property
    def timing(self) -> Timing | None:
        """Early, on schedule or late, looking back to the session before."""
        return None if self.interval_days is None else timing_of(self.interval_days)

    def block(self, name: BlockName) -> Block | None:
        """The block of that name, None when it has not begun or an early session left no day of it."""
        return next((block for block in self.blocks if block.name is name), None)

    @property
    def wearing_off(self) -> Verdict:
        """Whether weeks 9–12 have at least two headache days per 28 more than weeks 5–8."""
        middle, end = self.block(BlockName.WEEKS_5_8), self.block(BlockName.WEEKS_9_12)
        if middle is None or end is None:
            return Verdict.CANNOT_TELL
        if not (middle.is_well_recorded and end.is_well_recorded):
            return Verdict.CANNOT_TELL
        before, after = middle.headache_rate, end.headache_rate
        if after.lower - before.upper >= WEARING_OFF_DAYS:
            return Verdict.MET
        below = after.upper - before.lower < WEARING_OFF_DAYS
        return Verdict.NOT_MET if below else Verdict.CANNOT_TELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The Botox treatment up to `on`: baseline and cycles."""

    baseline: Counts
    cycles: tuple[Cycle, ...]
    on: date

    @property
    def has_usable_baseline(self) -> bool:
        """At least 20 of the 28 days before the first session were recorded."""
        return self.baseline.recorded >= FOUR_WEEKS_RECORDED_NEEDED

    @property
    def next_due(self) -> date:
        """12 weeks after the last session."""
        return self.cycles[-1].session.date + timedelta(days=INTERVAL_DAYS)


def timing_of(interval_days: int) -> Timing:
    """How a session lies to the one so many days before it."""
    fewest, most = ON_SCHEDULE_DAYS
    if interval_days < fewest:
        return Timing.EARLY
    return Timing.LATE if interval_days > most else Timing.ON_SCHEDULE


def course_of(diary: Diary, sessions: list[BotoxSession], on: date) -> Course | None:
    """Baseline and cycles as they stand on `on`; None before the first session."""
    given = sorted((s for s in sessions if s.was_given_by(on)), key=lambda session: session.date)
    if not given:
        return None
    nexts = [session.date for session in given[1:]] + [on + timedelta(days=1)]
    cycles = [
        Cycle(
            number=number,
            session=session,
            interval_days=(session.date - given[number - 2].date).days if number > 1 else None,
            blocks=_blocks(diary, session.date, until - timedelta(days=1)),
        )
        for number, (session, until) in enumerate(zip(given, nexts, strict=True), start=1)
    ]
    baseline = four_weeks_ending(given[0].date - timedelta(days=1))
    return Course(baseline=count_days(diary, baseline), cycles=tuple(cycles), on=on)


def last_four_weeks_of_cycle(course: Course, number: int) -> Period | None:
    """The 28 days that end cycle `number`, at day +83 or before an earlier next session.

    They never begin before the cycle's session. None until `course.on` has reached their end.
    """
    if len(course.cycles) < number:
        return None
    begins = course.cycles[number - 1].session.date
    ends = begins + timedelta(days=INTERVAL_DAYS - 1)
    if len(course.cycles) > number:
        ends = min(ends, course.cycles[number].session.date - timedelta(days=1))
    if course.on < ends:
        return None
    return Period(max(begins, ends - timedelta(days=FOUR_WEEKS - 1)), ends)


def twelve_weeks_of_cycle(course: Course, number: int) -> Period:
    """From the session to day +83, cut short by an earlier next session or by `course.on`."""
    begins = course.cycles[number - 1].session.date
    ends = min(begins + timedelta(days=INTERVAL_DAYS - 1), course.on)
    if len(course.cycles) > number:
        ends = min(ends, course.cycles[number].session.date - timedelta(days=1))
    return Period(begins, ends)


def _blocks(diary: Diary, session: date, last: date) -> tuple[Block, ...]:
    periods = ((name, _block_period(session, name, last)) for name in BlockName)
    return tuple(
        Block(name=name, counts=count_days(diary, period)) for name, period in periods if period
    )


def _block_period(session: date, name: BlockName, last: date) -> Period | None:
    first = session + timedelta(days=_BLOCK_STARTS[name])
    if first > last:
        return None
    if name is BlockName.BEYOND_WEEK_12:
        return Period(first, last)
    return days_from(first, FOUR_WEEKS).until(last)
