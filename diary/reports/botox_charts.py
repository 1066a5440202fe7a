"""The charts of the Botox treatment: headache days block by block, and week by week after a session."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from diary.clinical.botox import WEEK, Block, Course, Cycle
from diary.clinical.count import Count, rounded
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure
from diary.clinical.period import FOUR_WEEKS
from diary.clinical.weekly_curve import weekly_curve
from diary.reports.charts import DASHES, Chart, Level, Mark, Series
from diary.reports.comparing import TITLES, Choice
from diary.reports.curve_words import curve_in_words
from diary.reports.treatment_changes import OtherChange

COLOURS = ("severe", "moderate", "mild", "clear")
BlockUrl = Callable[[str], str]


def block_chart(course: Course, block_url: BlockUrl, changes: Sequence[OtherChange] = ()) -> Chart:
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
        marks=sorted(
            (*_session_marks(course), *_change_marks(course, changes)), key=lambda mark: mark.at
        ),
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
        title="Week by week after a session, on average",
        sentence=curve_in_words(weeks, course),
        labels=[str(week.week) for week in weeks],
        series=[Series(name="Headache days a week", values=values, colour="moderate")],
        headers=["Week", "Headache days a week", "Cycles"],
        rows=[
            [str(week.week), _known(value), str(week.cycles)]
            for week, value in zip(weeks, values, strict=True)
        ],
        most=WEEK,
        levels=_levels_before(course),
    )


def cycles_chart(diary: Diary, course: Course) -> Chart | None:
    """Cycles as lines of their own over the same twelve weeks; None before there are two.

    As many of the latest are drawn as there are dashes to tell them apart; the table has all.
    """
    weeks = weekly_curve(diary, course)
    by_cycle = zip(*(week.rates for week in weeks), strict=True)
    cycles = [
        (f"Cycle {number}", [_shown(rate) for rate in rates])
        for number, rates in enumerate(by_cycle, start=1)
        if any(rate is not None for rate in rates)
    ]
    if len(cycles) < 2:
        return None
    return Chart(
        kind="line",
        title="Cycle beside cycle",
        sentence=_cycles_sentence(len(cycles)),
        labels=[str(week.week) for week in weeks],
        series=[
            Series(name=name, values=values, colour=colour, dash=dash)
            for (name, values), colour, dash in zip(
                cycles[-len(DASHES) :], COLOURS, DASHES, strict=False
            )
        ],
        headers=["Week", *(name for name, _ in cycles)],
        rows=[
            [str(week.week), *(_known(values[number]) for _, values in cycles)]
            for number, week in enumerate(weeks)
        ],
        most=WEEK,
        levels=_levels_before(course),
    )


def _cycles_sentence(cycles: int) -> str:
    words = "Headache days a week in the twelve weeks after each session, one line for each cycle."
    left_out = " The latest four are drawn; the table has all." if cycles > len(DASHES) else ""
    return words + left_out


def _drawn(cycle: Cycle) -> list[Block]:
    """The blocks of a week or more: one day brought to 28 would be none or all of them."""
    return [block for block in cycle.blocks if len(block.counts) >= WEEK]


def _block_sentence(counts: list[Count], names: list[str]) -> str:
    before, latest = _rate_in_words(counts[0]), _rate_in_words(counts[-1])
    return f"Headache days per 28 days: {before} before the first session, {latest} in {names[-1]}."


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


def _change_marks(course: Course, changes: Sequence[OtherChange]) -> list[Mark]:
    """Each change in the middle of its day, among the blocks that are drawn."""
    blocks = [block.period for cycle in course.cycles for block in _drawn(cycle)]
    periods = [course.baseline.period, *blocks]
    return [
        Mark(
            at=round(place + ((change.first - period.first).days + 0.5) / len(period) - 0.5, 3),
            label=change.letter,
            is_session=False,
        )
        for change in changes
        for place, period in enumerate(periods)
        if change.letter and change.first in period
    ]


def _known(value: float | None) -> str:
    return "not known" if value is None else str(value)


def _per_28(count: Count) -> tuple[float, float]:
    rate = count.per_28_days()
    return rounded(rate.lower), rounded(rate.upper)


def _rate_in_words(count: Count) -> str:
    lower, upper = _per_28(count)
    return f"{lower}" if lower == upper else f"{lower} to {upper}"


def _shown(value: Fraction | None) -> float | None:
    return None if value is None else rounded(value)
