"""Any day that can be recorded, any dose, any text: strategies for property tests."""

from datetime import UTC, datetime, time

from hypothesis import strategies as st

from diary.clinical.day import (
    FIRST_DATE,
    LAST_DATE,
    LONGEST_DAY,
    QUARTERS,
    AuraCharacteristic,
    DiaryDay,
    DiaryDayError,
    Dose,
    Effect,
    Impact,
    PainPlace,
    Purpose,
    Severity,
    Spell,
)
from diary.clinical.limits import MOST_AT_ONCE, can_be_written


def is_a_name(text: str) -> bool:
    """Whether a medicine may be called that."""
    try:
        return can_be_written(Dose(name=text))
    except DiaryDayError:
        return False


LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
AWKWARD = st.sampled_from(
    [*"=+-@'\";,\t\r\n x2;", "'=", " preventive", " 50 mg", "x2", "none", "@20:48", "x0.5", "½"]
)
TEXTS = st.lists(LETTERS | AWKWARD, max_size=12).map("".join)
NAMES = TEXTS.filter(is_a_name)
ANSWERS = st.sampled_from([None, True, False])
STRENGTHS = st.sampled_from([None, "50 mg", "8/500", "2,5 mg", "one sachet"])

CLOCK = st.builds(time, st.integers(0, 23), st.integers(0, 59))
DOSES = st.builds(
    Dose,
    name=NAMES,
    strength=STRENGTHS,
    count=st.integers(1, MOST_AT_ONCE * QUARTERS).map(lambda quarters: quarters / QUARTERS),
    at=st.none() | CLOCK,
    effect=st.none() | st.sampled_from(Effect),
    purpose=st.sampled_from(Purpose),
).filter(can_be_written)


def _spell(clock: tuple[time, time], longer: int) -> Spell:
    starts, ends = sorted(clock)
    minutes = ends.hour * 60 + ends.minute - starts.hour * 60 - starts.minute
    return Spell(starts=starts, ends=ends, minutes=max(1, minutes + longer))


# Four of them fit into a day.
SPELLS = st.builds(_spell, st.tuples(CLOCK, CLOCK), st.integers(-120, 30))
INSTANTS = tuple(datetime.combine(on, time()) for on in (FIRST_DATE, LAST_DATE))
WHATEVER_HAPPENED = {
    "date": st.dates(FIRST_DATE, LAST_DATE),
    "one_sided": ANSWERS,
    "pulsating": ANSWERS,
    "worse_with_activity": ANSWERS,
    "nausea": ANSWERS,
    "vomiting": ANSWERS,
    "light": ANSWERS,
    "sound": ANSWERS,
    "aura": ANSWERS,
    "aura_characteristics": st.frozensets(st.sampled_from(AuraCharacteristic)),
    "believed_migraine": ANSWERS,
    "doses": st.none() | st.lists(DOSES, max_size=3).map(tuple),
    "impact": st.none() | st.sampled_from(Impact),
    "location": st.frozensets(st.sampled_from(PainPlace)),
    "cluster_signs": ANSWERS,
    "menstruation": ANSWERS,
    "triggers": st.lists(TEXTS, max_size=3).map(tuple),
    "note": st.none() | TEXTS,
    "recorded_at": st.none() | st.datetimes(*INSTANTS, timezones=st.just(UTC)),
}
CLEAR_DAYS = st.builds(
    DiaryDay, headache=st.just(False), pain=st.sampled_from([None, 0]), **WHATEVER_HAPPENED
)
HEADACHE_DAYS = st.builds(
    DiaryDay,
    headache=st.just(True),
    severity=st.none() | st.sampled_from(Severity),
    pain=st.none() | st.integers(0, 10),
    stated_minutes=st.none() | st.integers(1, LONGEST_DAY),
    spells=st.lists(SPELLS, max_size=4).map(tuple),
    **WHATEVER_HAPPENED,
)
DAYS = CLEAR_DAYS | HEADACHE_DAYS
