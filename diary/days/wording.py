"""How the answers of a day read: labels, words for each answer, and the day in a few lines."""

from collections.abc import Iterable, Iterator
from datetime import time

from diary.clinical.day import (
    AuraCharacteristic,
    DiaryDay,
    Dose,
    Effect,
    Impact,
    PainPlace,
    Purpose,
    Severity,
    Spell,
)
from diary.clinical.text import isolated
from diary.days.amend import doses_to_repeat
from diary.days.document import ANSWERS, FEATURES
from diary.web.formatting import duration, in_quarters

COMMON_TRIGGERS = ("stress", "bad sleep", "missed meal", "weather", "bright light", "alcohol")
ALL_DAY = "all_day"
ABOUT = {
    30: "Under 1 h",
    90: "1–2 h",
    180: "2–4 h",
    360: "4–8 h",
    600: "8–12 h",
    ALL_DAY: "All day",
}
"""How long a headache lasted, about: the minutes that each choice stands for."""

SEVERITIES = {Severity.MILD: "Mild", Severity.MODERATE: "Moderate", Severity.SEVERE: "Severe"}
EFFECTS = {
    Effect.HELPED: "Yes",
    Effect.NOT_HELPED: "No",
    Effect.UNKNOWN: "Don’t know yet",
}
RATED = {
    Effect.HELPED: "helped",
    Effect.NOT_HELPED: "did not help",
    Effect.UNKNOWN: "not known yet if it helped",
    None: "not rated",
}
IMPACTS = {
    Impact.NONE: "As usual",
    Impact.SOME: "Some of it was lost",
    Impact.MOST: "Most of it was lost",
    Impact.ALL: "I could do nothing",
}
AURA_SIGNS = {
    AuraCharacteristic.SPREADS: "Spread slowly, over 5 minutes or more",
    AuraCharacteristic.SUCCESSION: "Two or more signs, one after another",
    AuraCharacteristic.LASTS_5_TO_60_MINUTES: "Each sign lasted 5 to 60 minutes",
    AuraCharacteristic.ONE_SIDE: "On one side",
    AuraCharacteristic.POSITIVE: "Something extra: lights, zigzags, tingling",
    AuraCharacteristic.HEADACHE_WITHIN_60_MINUTES: "Headache with it or within 60 minutes",
}
PLACES = {
    PainPlace.LEFT_FOREHEAD: "Left forehead",
    PainPlace.RIGHT_FOREHEAD: "Right forehead",
    PainPlace.LEFT_TEMPLE: "Left temple",
    PainPlace.RIGHT_TEMPLE: "Right temple",
    PainPlace.LEFT_EYE: "Left eye",
    PainPlace.RIGHT_EYE: "Right eye",
    PainPlace.LEFT_TOP: "Left top",
    PainPlace.RIGHT_TOP: "Right top",
    PainPlace.LEFT_BACK: "Left back of head",
    PainPlace.RIGHT_BACK: "Right back of head",
    PainPlace.LEFT_NECK: "Left neck",
    PainPlace.RIGHT_NECK: "Right neck",
}
"""Each place of the head, left and right side by side."""
LABELS = {
    "headache": "Was there a headache?",
    "one_sided": "On one side",
    "pulsating": "Throbbing or pulsing",
    "worse_with_activity": "Worse with moving, or I kept still",
    "nausea": "Felt sick",
    "vomiting": "Was sick",
    "light": "Light was hard to bear",
    "sound": "Noise was hard to bear",
    "aura": "Was there an aura?",
    "believed_migraine": "Do you think it was a migraine?",
    "menstruation": "Period",
    "cluster_signs": "Red or tearing eye, blocked nose, or could not keep still",
    "severity": "How bad at its worst?",
    "impact": "Could you do your day?",
    "location": "Where did it hurt?",
    "triggers": "What may have set it off",
    "note": "Note",
}
CLEARED = {
    "severity": "how bad",
    "pain": "pain",
    "stated_minutes": "how long",
    "spells": "times",
    "location": "where it hurt",
    "impact": "what you could do",
    **dict.fromkeys(FEATURES, "what it was like"),
    "believed_migraine": "whether it was a migraine",
    "cluster_signs": "what was different",
}
"""How the answers are called that go when a day has no headache after all."""


def lines_of(day: DiaryDay | None) -> dict[str, str]:
    """What a day says, by question; unanswered questions are left out."""
    if day is None:
        return {"": "Nothing recorded"}
    return dict(_answered(day))


def and_cleared(before: DiaryDay | None, after: DiaryDay | None) -> str:
    """What went with a headache, as in: No headache. Cleared: how bad, times. Else nothing."""
    if not (before and after) or not before.headache or after.headache:
        return ""
    gone = [name for name in CLEARED if getattr(before, name) != getattr(after, name)]
    words = ", ".join(dict.fromkeys(CLEARED[name] for name in gone))
    return f" No headache. Cleared: {words}." if gone else " No headache."


def times_of(spell: Spell) -> str:
    """A spell as in: 22:00 to midnight."""
    ends = "midnight" if spell.ends == time() else f"{spell.ends:%H:%M}"
    return f"{spell.starts:%H:%M} to {ends}"


def said(dose: Dose) -> str:
    """A dose as in: sumatriptan 50 mg ×½ at 20:48, helped."""
    purpose = ", to prevent" if dose.purpose is Purpose.PREVENTIVE else ""
    return f"{_counted(dose)}{at_time(dose)}{purpose}, {RATED[dose.effect]}"


def taken(doses: Iterable[Dose]) -> str:
    """Doses as in: sumatriptan 50 mg ×2 at 20:48, naproxen."""
    return ", ".join(f"{_counted(dose)}{at_time(dose)}" for dose in doses)


def at_time(dose: Dose) -> str:
    """The time of a dose as in: at 20:48; blank where it is not known."""
    return "" if dose.at is None else f" at {dose.at:%H:%M}"


def places_of(day: DiaryDay) -> str:
    """Where it hurt, as in: left temple, left eye."""
    return ", ".join(words.lower() for place, words in PLACES.items() if place in day.location)


def what_is_repeated(last: DiaryDay) -> str:
    """What "like last time" takes over from a day."""
    parts = [SEVERITIES[last.severity].lower()] if last.severity else []
    doses = doses_to_repeat(last)
    parts += [taken(doses)] if doses else []
    if any(getattr(last, name) is not None for name in FEATURES):
        parts.append("how it felt")
    return ", ".join(parts) or "headache"


def _counted(dose: Dose) -> str:
    return isolated(dose.named) + ("" if dose.count == 1 else f" ×{in_quarters(dose.count)}")


def _answered(day: DiaryDay) -> Iterator[tuple[str, str]]:
    yield "Headache", "yes" if day.headache else "no"
    if day.severity:
        yield "How bad", SEVERITIES[day.severity].lower()
    if day.pain is not None:
        yield "Pain", f"{day.pain} of 10"
    if day.minutes is not None:
        times = ", ".join(times_of(spell) for spell in day.spells)
        yield "How long", f"{duration(day.minutes)} ({times})" if times else duration(day.minutes)
    if day.doses is not None:
        yield "Medicines", "; ".join(map(said, day.doses)) or "none taken"
    yield from _questions(day)
    if day.triggers:
        yield "Triggers", ", ".join(map(isolated, day.triggers))
    if day.note:
        yield "Note", day.note


def _questions(day: DiaryDay) -> Iterator[tuple[str, str]]:
    for name in ANSWERS:
        if (answer := getattr(day, name)) is not None:
            yield LABELS[name], "yes" if answer else "no"
    if day.aura_characteristics:
        signs = [text for sign, text in AURA_SIGNS.items() if sign in day.aura_characteristics]
        yield "Aura", "; ".join(signs)
    if day.location:
        yield LABELS["location"], places_of(day)
    if day.impact:
        yield LABELS["impact"], IMPACTS[day.impact]
