"""When a recorded day counts as a migraine day: yes, no, or might (None).

Source: International Classification of Headache Disorders, 3rd edition (ICHD-3, 2018), 1.3 criterion C,
which points to 1.1 criteria C and D and 1.2 criteria B and C; https://ichd-3.org.
Reading taken: no duration is asked of a migraine day, since 1.3 C speaks of days, and treatment cuts attacks short.
"""

from dataclasses import dataclass

from diary.clinical.answer import Answer, all_of, any_of, at_least
from diary.clinical.day import DiaryDay, Dose, Effect, Purpose, Severity
from diary.clinical.medicine import UNKNOWN_CLASSES, Formulary, MedicineClass

PAIN_FEATURES_NEEDED = 2
AURA_CHARACTERISTICS_NEEDED = 3
WIDER_READING_MINUTES = 30

RELIEVING_CLASSES = frozenset({MedicineClass.TRIPTAN, MedicineClass.ERGOT})
WIDER_READING_CLASSES = RELIEVING_CLASSES | {MedicineClass.GEPANT, MedicineClass.DITAN}


def is_migraine_day(day: DiaryDay, formulary: Formulary) -> Answer:
    """Features, aura or relief; a headache-free day can only be one by its aura."""
    if not day.headache:
        return is_aura_only_day(day)
    return any_of((has_migraine_features(day), _has_aura(day), _was_relieved(day, formulary)))


def is_aura_only_day(day: DiaryDay) -> Answer:
    """A migraine day without headache."""
    return False if day.headache or _aura_was_not_asked(day) else _has_aura(day)


def is_migraine_day_in_wider_reading(day: DiaryDay, formulary: Formulary) -> Answer:
    """As some studies read it: any migraine medicine whatever its effect, or features for 30 minutes.

    Shown as a second figure, never as the headline.
    """
    if not day.headache:
        return False
    long_enough = None if day.minutes is None else day.minutes >= WIDER_READING_MINUTES
    return any_of(
        (
            took_class_in(day, WIDER_READING_CLASSES, formulary),
            all_of((has_migraine_features(day), long_enough)),
        )
    )


def is_moderate_or_severe(day: DiaryDay) -> Answer:
    """The day's worst pain reached moderate; unanswered when the severity is blank."""
    if not day.headache:
        return False
    return None if day.severity is None else day.severity is not Severity.MILD


def has_migraine_features(day: DiaryDay) -> Answer:
    """Two of the four pain features and one of the accompanying signs (1.1 C and D)."""
    pain = (day.one_sided, day.pulsating, is_moderate_or_severe(day), day.worse_with_activity)
    signs = (day.nausea, day.vomiting, all_of((day.light, day.sound)))
    return all_of((at_least(PAIN_FEATURES_NEEDED, pain), any_of(signs)))


@dataclass(frozen=True, slots=True)
class Taken:
    """The classes of the acute doses of a day, and whether there might be others."""

    classes: frozenset[MedicineClass]
    might_be_any: bool

    def includes(self, classes: frozenset[MedicineClass]) -> Answer:
        """Whether a dose of one of the classes was taken."""
        if self.classes & classes:
            return True
        return None if self.might_be_any else False


NOTHING = Taken(frozenset(), might_be_any=False)
NOT_SAID = Taken(frozenset(), might_be_any=True)


def taken_on(day: DiaryDay, formulary: Formulary) -> Taken:
    """What was taken against headache on this day.

    A medicine of unknown class might be of any. A blank medicine question might hide one on a headache day,
    and means none on a headache-free day.
    """
    if not day.doses:
        return NOT_SAID if day.doses is None and day.headache else NOTHING
    known = [formulary.classes_of(dose) for dose in acute_doses(day)]
    return Taken(frozenset().union(*known), might_be_any=UNKNOWN_CLASSES in known)


def took_class_in(day: DiaryDay, classes: frozenset[MedicineClass], formulary: Formulary) -> Answer:
    """Whether an acute dose of one of the classes was taken on this day."""
    return taken_on(day, formulary).includes(classes)


def acute_doses(day: DiaryDay) -> tuple[Dose, ...]:
    """The doses taken against a headache; preventive doses never count."""
    return tuple(dose for dose in day.doses or () if dose.purpose is Purpose.ACUTE)


def _is_of(dose: Dose, classes: frozenset[MedicineClass], formulary: Formulary) -> Answer:
    known = formulary.classes_of(dose)
    if known & classes:
        return True
    return None if known == UNKNOWN_CLASSES else False


def _aura_was_not_asked(day: DiaryDay) -> bool:
    return day.aura is None and not day.aura_characteristics


def _has_aura(day: DiaryDay) -> Answer:
    """1.2 B and C; an aura ticked without characteristics might count."""
    if day.aura is False:
        return False
    if not day.aura_characteristics:
        return None
    return len(day.aura_characteristics) >= AURA_CHARACTERISTICS_NEEDED


def _was_relieved(day: DiaryDay, formulary: Formulary) -> Answer:
    """Believed to be migraine and relieved by a triptan or an ergot (1.3 C 3)."""
    if day.doses is None:
        relieved: Answer = None
    else:
        relieved = any_of(
            all_of((_is_of(dose, RELIEVING_CLASSES, formulary), _helped(dose)))
            for dose in acute_doses(day)
        )
    return all_of((day.believed_migraine, relieved))


def _helped(dose: Dose) -> Answer:
    if dose.effect in (None, Effect.UNKNOWN):
        return None
    return dose.effect is Effect.HELPED
