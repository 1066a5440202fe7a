"""The charts of the Botox treatment: headache days block by block, and week by week after a session."""

from collections.abc import Callable
from fractions import Fraction

from diary.clinical.botox import WEEK, Block, Course, CurveWeek, Cycle, weekly_curve
from diary.clinical.count import Count, rounded
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure
from diary.clinical.period import FOUR_WEEKS
from diary.reports.charts import Chart, Level, Mark, Series
from diary.reports.comparing import TITLES, Choice

BlockUrl = Callable[[str], str]


def block_chart(course: Course, block_url: BlockUrl) -> Chart:
    """Headache days per 28 days, before the first session and in every block since."""
    blocks = [(cycle, block) for cycle in course.cycles for block in _drawn(cycle)]
    counts = [course.baseline, *(block.counts for _, block in blocks)]
    headache = [count[Measure.HEADACHE_DAYS] for count in counts]
    names = ["Before", *(f"cycle {cycle.number}, {TITLES[block.name]}" for cycle, block in blocks)]
    return Chart(
        title="Headache days in 28, block by block",
        sentence=_block_sentence(headache, names),
        labels=["Before", *(TITLES[block.name].removeprefix("weeks ") for _, block in blocks)],
        series=[
            Series(
                name="Certain", values=[_per_28(count)[0] for count in headache], colour="moderate"
            ),
            Series(
                name="Could still be",
                values=[round(_per_28(count)[1] - _per_28(count)[0], 1) for count in headache],
                colour="moderate",
                hatched=True,
            ),
        ],
        headers=["Block", "Headache days", "Per 28 days"],
        rows=[
            [name, count.in_words, _rate_in_words(count)]
            for name, count in zip(names, headache, strict=True)
        ],
        most=FOUR_WEEKS,
        marks=_session_marks(course),
        links=[
            block_url(""),
            *(block_url(Choice(cycle=c.number, name=block.name).key) for c, block in blocks),
        ],
    )


def curve_chart(diary: Diary, course: Course) -> Chart:
    """Mean headache days in each week after a session, to see onset and wearing-off."""
    weeks = weekly_curve(diary, course)
    values = [_shown(week.headache_days) for week in weeks]
    return Chart(
        kind="line",
        title="Week by week after a session",
        sentence=_curve_sentence(weeks),
        labels=[str(week.week) for week in weeks],
        series=[Series(name="Headache days a week", values=values, colour="moderate")],
        headers=["Week", "Headache days a week", "Cycles"],
        rows=[
            [str(week.week), "not known" if value is None else str(value), str(week.cycles)]
            for week, value in zip(weeks, values, strict=True)
        ],
        most=WEEK,
        levels=_levels_before(course),
    )


def _drawn(cycle: Cycle) -> list[Block]:
    """The blocks of a week or more: one day brought to 28 would be none or all of them."""
    return [block for block in cycle.blocks if len(block.counts) >= WEEK]


def _block_sentence(counts: list[Count], names: list[str]) -> str:
    before, latest = _rate_in_words(counts[0]), _rate_in_words(counts[-1])
    return f"Headache days per 28 days: {before} before the first session, {latest} in {names[-1]}."


def _curve_sentence(weeks: list[CurveWeek]) -> str:
    known = [(week.headache_days, week.week) for week in weeks if week.headache_days is not None]
    if not known:
        return "No week after a session is recorded well enough yet."
    (fewest, low), (most, high) = min(known), max(known)
    cycles = max(week.cycles for week in weeks)
    over = "1 cycle" if cycles == 1 else f"up to {cycles} cycles"
    return (
        f"Average over {over}: fewest headache days in week {low} ({rounded(fewest)}), "
        f"most in week {high} ({rounded(most)})."
    )


def _levels_before(course: Course) -> list[Level]:
    if not course.has_usable_baseline:
        return []
    count = course.baseline[Measure.HEADACHE_DAYS]
    bounds = {rounded(Fraction(bound * WEEK, count.length)) for bound in (count.lower, count.upper)}
    words = ("before",) if len(bounds) == 1 else ("before, at least", "before, at most")
    return [Level(at=at, label=word) for at, word in zip(sorted(bounds), words, strict=True)]


def _session_marks(course: Course) -> list[Mark]:
    place, marks = 0.5, []
    for cycle in course.cycles:
        day = cycle.session.date
        marks.append(Mark(at=place, label=f"{day.day} {day:%b}"))
        place += len(_drawn(cycle))
    return marks


def _per_28(count: Count) -> tuple[float, float]:
    rate = count.per_28_days()
    return rounded(rate.lower), rounded(rate.upper)


def _rate_in_words(count: Count) -> str:
    lower, upper = _per_28(count)
    return f"{lower}" if lower == upper else f"{lower} to {upper}"


def _shown(value: Fraction | None) -> float | None:
    return None if value is None else rounded(value)
