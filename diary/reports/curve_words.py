"""The weekly curve in words: where it lies to the time before, its lowest week, and wearing-off."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from diary.clinical.botox import WEEK, Course
from diary.clinical.count import Verdict, rounded
from diary.clinical.measure import Measure
from diary.clinical.period import FOUR_WEEKS
from diary.clinical.weekly_curve import CurveWeek


def curve_in_words(weeks: Sequence[CurveWeek], course: Course) -> str:
    """Only what the bounds allow is said of the time before; wearing-off as the cycles judge it."""
    known = [(week.headache_days, week.week) for week in weeks if week.headache_days is not None]
    if not known:
        return "No week after a session is recorded well enough yet."
    return " ".join(
        (_extremes(weeks, known), *_against_before(weeks, course), *_wearing_off(course))
    )


def _extremes(weeks: Sequence[CurveWeek], known: list[tuple[Fraction, int]]) -> str:
    (fewest, low), (most, high) = min(known), max(known)
    cycles = max(week.cycles for week in weeks)
    over = "1 cycle" if cycles == 1 else f"up to {cycles} cycles"
    return (
        f"Average over {over}: fewest headache days in week {low} ({rounded(fewest)}), "
        f"most in week {high} ({rounded(most)})."
    )


def _against_before(weeks: Sequence[CurveWeek], course: Course) -> Iterator[str]:
    if not course.has_usable_baseline:
        return
    count = course.baseline[Measure.HEADACHE_DAYS]
    least, most = (Fraction(bound * WEEK, FOUR_WEEKS) for bound in (count.lower, count.upper))
    below = [week.week for week in weeks if week.bounds and week.bounds[1] < least]
    above = [week.week for week in weeks if week.bounds and week.bounds[0] > most]
    if not below:
        yield "In no week does it certainly lie below the time before."
    else:
        yield f"It certainly lies below the time before in {_weeks_in_words(below)}."
    if above:
        yield f"It certainly lies above the time before in {_weeks_in_words(above)}."


def _wearing_off(course: Course) -> Iterator[str]:
    verdicts = [cycle.wearing_off for cycle in course.cycles]
    judged = [verdict for verdict in verdicts if verdict is not Verdict.CANNOT_TELL]
    met = judged.count(Verdict.MET)
    if not judged:
        yield "Wearing off cannot be judged yet."
    elif len(judged) == 1:
        yield f"Wearing off {'shows' if met else 'does not show'} in the one cycle that can be judged."
    else:
        yield f"Wearing off shows in {met or 'none'} of the {len(judged)} cycles that can be judged."


def _weeks_in_words(weeks: list[int]) -> str:
    """ "week 3", "weeks 2 to 5 and 9"."""
    runs: list[list[int]] = []
    for week in weeks:
        if runs and runs[-1][-1] == week - 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    words = [f"{run[0]} to {run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    listed = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
    return f"week {listed}" if len(weeks) == 1 else f"weeks {listed}"
