"""Any day that can be recorded, any dose, any text: strategies for property tests."""

from datetime import UTC, time

from hypothesis import strategies as st

from diary.clinical.day import (
    FIRST_DATE,
    LAST_DATE,
    LONGEST_DAY,
    MOST_DOSES_AT_ONCE,
    AuraCharacteristic,
    DiaryDay,
    Dose,
    Effect,
    Impact,
    Purpose,
    Severity,
    Spell,
)
from diary.clinical.strength import split_strength


def is_a_name(text: str) -> bool:
    """Whether something is left beside the strength, and it is not the word for no medicine."""
    return split_strength(text)[0].casefold() not in ("", "none")


LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
AWKWARD = st.sampled_from([*"=+-@'\";,\t\r\n x2;", "'=", " preventive", " 50 mg", "x2", "none"])
TEXTS = st.lists(LETTERS | AWKWARD, max_size=12).map("".join)
NAMES = TEXTS.filter(lambda text: not set(text) & set(";=") and is_a_name(text))
ANSWERS = st.sampled_from([None, True, False])
STRENGTHS = st.sampled_from([None, "50 mg", "8/500", "2,5 mg", "one sachet"])

DOSES = st.builds(
    Dose,
    name=NAMES,
    strength=STRENGTHS,
    count=st.integers(1, MOST_DOSES_AT_ONCE),
    effect=st.none() | st.sampled_from(Effect),
    purpose=st.sampled_from(Purpose),
)
CLOCK = st.builds(time, st.integers(0, 23), st.integers(0, 59))
SPELLS = st.builds(Spell, starts=CLOCK, ends=CLOCK, minutes=st.integers(1, 300))
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
    "cluster_signs": ANSWERS,
    "menstruation": ANSWERS,
    "triggers": st.lists(TEXTS, max_size=3).map(tuple),
    "note": st.none() | TEXTS,
    "recorded_at": st.none() | st.datetimes(timezones=st.just(UTC)),
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
