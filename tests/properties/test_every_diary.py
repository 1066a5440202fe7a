"""What holds for every diary: bounds, order, blanks, and a naive recount."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.day import DiaryDay, Dose, Effect, Purpose, Severity
from diary.clinical.diary import Diary
from diary.clinical.measure import AnyMeasure, Counts, Measure, MedicineMeasure, count_days
from diary.clinical.month import THRESHOLDS, summarise_month
from diary.clinical.period import Month
from diary.clinical.treatment import BotoxSession
from diary.reports.assessment import assess, document

APRIL = Month(2026, 4)
MEASURES: tuple[AnyMeasure, ...] = (*Measure, *MedicineMeasure)
SHORTER_DAYS = st.none() | st.integers(1, 1440)

answers = st.sampled_from([True, False, None])
doses = st.none() | st.lists(
    st.builds(
        Dose,
        name=st.sampled_from(
            ["sumatriptan", "ibuprofen", "co-codamol", "ubrogepant", "lasmiditan", "my tea"]
        ),
        effect=st.sampled_from([None, *Effect]),
        purpose=st.sampled_from(Purpose),
    ),
    max_size=3,
).map(tuple)


@st.composite
def days_on(draw: st.DrawFn, on: date) -> DiaryDay:
    """Any recorded day of that date."""
    headache = draw(st.booleans())
    of_pain: dict[str, Any] = {}
    if headache:
        of_pain = {
            "severity": draw(st.sampled_from([None, *Severity])),
            "stated_minutes": draw(SHORTER_DAYS),
        }
    features = ("one_sided", "pulsating", "nausea", "light", "sound", "aura", "believed_migraine")
    answered: dict[str, Any] = {feature: draw(answers) for feature in features}
    return DiaryDay(
        date=on,
        headache=headache,
        doses=draw(doses),
        **of_pain,
        **answered,
    )


@st.composite
def diaries(draw: st.DrawFn, first: date = date(2026, 3, 20), length: int = 50) -> list[DiaryDay]:
    """Some recorded days within seven weeks around April 2026."""
    numbers = draw(st.sets(st.integers(0, length - 1)))
    return [draw(days_on(first + timedelta(days=number))) for number in sorted(numbers)]


def counted(days: list[DiaryDay]) -> Counts:
    return count_days(Diary(days), APRIL.period)


@given(diaries())
def test_bounds_stand_in_order_and_within_the_period(days: list[DiaryDay]) -> None:
    counts = counted(days)
    for measure in MEASURES:
        count = counts[measure]
        assert 0 <= count.lower <= count.upper
        assert count.recorded <= count.length
        if measure is not Measure.HEADACHE_MINUTES:
            assert count.upper <= count.length


@given(diaries())
def test_an_unrecorded_day_never_counts_as_clear(days: list[DiaryDay]) -> None:
    recorded_in_april = sum(day.date in APRIL.period for day in days)
    assert counted(days)[Measure.CRYSTAL_CLEAR_DAYS].lower <= recorded_in_april


@given(diaries(), st.data())
def test_recording_one_more_day_never_widens_the_bounds(
    days: list[DiaryDay], data: st.DataObject
) -> None:
    recorded = {day.date for day in days}
    unrecorded = [on for on in APRIL.period if on not in recorded]
    if not unrecorded:
        return
    one_more = data.draw(st.sampled_from(unrecorded).flatmap(days_on))
    before, after = counted(days), counted([*days, one_more])
    for measure in MEASURES:
        assert before[measure].lower <= after[measure].lower
        assert after[measure].upper <= before[measure].upper


@given(diaries(), st.data())
def test_answering_a_blank_never_reopens_a_decided_count(
    days: list[DiaryDay], data: st.DataObject
) -> None:
    blanks = [n for n, day in enumerate(days) if day.headache and day.severity is None]
    if not blanks:
        return
    answered = data.draw(st.sampled_from(blanks))
    severity = data.draw(st.sampled_from(Severity))
    filled = [replace(d, severity=severity) if n == answered else d for n, d in enumerate(days)]
    before, after = (summarise_month(Diary(d), APRIL, date(2026, 5, 8)) for d in (days, filled))
    for measure in THRESHOLDS:
        if before.verdict(measure) is not Verdict.CANNOT_TELL:
            assert after.verdict(measure) is before.verdict(measure)


@given(diaries(), st.randoms(use_true_random=False))
def test_the_same_diary_in_another_order_gives_the_same_answer(
    days: list[DiaryDay], random: Any
) -> None:
    shuffled = days.copy()
    random.shuffle(shuffled)
    sessions = [BotoxSession(date=date(2026, 4, 15))]
    told = [
        document(assess(Case(Diary(d), on=date(2026, 5, 8), sessions=sessions)))
        for d in (days, shuffled)
    ]
    assert told[0] == told[1]


@given(diaries())
def test_a_naive_recount_agrees(days: list[DiaryDay]) -> None:
    headache = long = triptan = minutes = 0
    for day in days:
        if day.date.month == 4 and day.headache:
            headache += 1
            minutes += day.stated_minutes or 0
            long += (day.stated_minutes or 0) >= 240
        if day.date.month == 4 and any(
            d.name == "sumatriptan" and d.purpose is Purpose.ACUTE for d in day.doses or ()
        ):
            triptan += 1
    counts = counted(days)
    assert counts[Measure.HEADACHE_DAYS].lower == headache
    assert counts[Measure.LONG_HEADACHE_DAYS].lower == long
    assert counts[Measure.HEADACHE_MINUTES].lower == minutes
    assert counts[MedicineMeasure.TRIPTAN].lower == triptan


@given(diaries())
def test_a_month_is_decided_by_its_bounds_alone(days: list[DiaryDay]) -> None:
    month = summarise_month(Diary(days), APRIL, date(2026, 5, 8))
    headache, migraine = (
        month.counts[Measure.HEADACHE_DAYS],
        month.counts[Measure.MIGRAINE_DAYS],
    )
    if month.chronic_migraine is Verdict.MET:
        assert headache.lower >= 15
        assert migraine.lower >= 8
    if month.chronic_migraine is Verdict.NOT_MET:
        assert headache.upper < 15 or migraine.upper < 8
