"""How the pages name what is counted, and what each name means."""

from diary.clinical.count import Count, Verdict
from diary.clinical.measure import AnyMeasure, Measure, MedicineMeasure

TITLES: dict[AnyMeasure, str] = {
    Measure.HEADACHE_DAYS: "Headache days",
    Measure.MIGRAINE_DAYS: "Migraine days",
    Measure.LONG_HEADACHE_DAYS: "Long headache days",
    Measure.MODERATE_OR_SEVERE_DAYS: "Moderate or severe days",
    Measure.ACUTE_MEDICATION_DAYS: "Days with acute medicine",
    Measure.CRYSTAL_CLEAR_DAYS: "Crystal-clear days",
    Measure.HEADACHE_MINUTES: "Hours of headache",
    Measure.AURA_ONLY_DAYS: "Aura without headache",
    Measure.WIDER_MIGRAINE_DAYS: "Migraine days, wider reading",
    MedicineMeasure.TRIPTAN: "Triptans",
    MedicineMeasure.SIMPLE_ANALGESIC: "Simple painkillers",
    MedicineMeasure.ERGOT: "Ergots",
    MedicineMeasure.OPIOID: "Opioids",
    MedicineMeasure.COMBINATION_ANALGESIC: "Combination painkillers",
    MedicineMeasure.SEVERAL_CLASSES: "Any of these classes",
    MedicineMeasure.GEPANT: "Gepants",
    MedicineMeasure.DITAN: "Ditans",
}

MEANINGS: dict[AnyMeasure, str] = {
    Measure.HEADACHE_DAYS: "Days with any headache, however short.",
    Measure.MIGRAINE_DAYS: (
        "Headache days with the signs of migraine, days with aura, "
        "and days when a triptan or an ergot relieved what you took for migraine."
    ),
    Measure.LONG_HEADACHE_DAYS: "Days with 4 hours or more of headache.",
    Measure.MODERATE_OR_SEVERE_DAYS: "Headache days that were moderate or severe at their worst.",
    Measure.ACUTE_MEDICATION_DAYS: (
        "Days with at least one medicine against headache. Days are counted, not tablets."
    ),
    Measure.CRYSTAL_CLEAR_DAYS: "Days recorded without headache, aura or acute medicine.",
    Measure.HEADACHE_MINUTES: (
        "All hours of headache together. A day without a duration could add up to 24 hours."
    ),
    Measure.AURA_ONLY_DAYS: "Migraine days by their aura, without headache.",
    Measure.WIDER_MIGRAINE_DAYS: (
        "As some studies count: any migraine medicine, whether it helped or not, "
        "or the signs of migraine for 30 minutes."
    ),
    MedicineMeasure.TRIPTAN: "Such as sumatriptan or rizatriptan.",
    MedicineMeasure.SIMPLE_ANALGESIC: (
        "Paracetamol, aspirin, ibuprofen and other anti-inflammatories, counted together."
    ),
    MedicineMeasure.ERGOT: "Ergotamine and dihydroergotamine.",
    MedicineMeasure.OPIOID: "Such as codeine or tramadol, taken alone.",
    MedicineMeasure.COMBINATION_ANALGESIC: (
        "A painkiller together with caffeine, codeine, a barbiturate or a triptan."
    ),
    MedicineMeasure.SEVERAL_CLASSES: (
        "Days with any of the classes that have a limit. Looked at when two or more classes were "
        "taken and none of them is over its own limit."
    ),
    MedicineMeasure.GEPANT: "Such as rimegepant or ubrogepant. No limit is published.",
    MedicineMeasure.DITAN: "Lasmiditan. The line is a caution, not a published limit.",
}

THRESHOLD_SOURCES: dict[AnyMeasure, str] = {
    Measure.HEADACHE_DAYS: "ICHD-3 1.3",
    Measure.MIGRAINE_DAYS: "ICHD-3 1.3",
    Measure.LONG_HEADACHE_DAYS: "US label",
    MedicineMeasure.TRIPTAN: "ICHD-3 8.2",
    MedicineMeasure.SIMPLE_ANALGESIC: "ICHD-3 8.2",
    MedicineMeasure.ERGOT: "ICHD-3 8.2",
    MedicineMeasure.OPIOID: "commonly used",
    MedicineMeasure.COMBINATION_ANALGESIC: "ICHD-3 8.2",
    MedicineMeasure.SEVERAL_CLASSES: "commonly used",
    MedicineMeasure.DITAN: "a caution",
}
"""Where the line of a measure comes from, in the citation's words."""

YES_OR_NO = {
    Verdict.MET: "yes",
    Verdict.NOT_MET: "no",
    Verdict.CANNOT_TELL: "can’t tell",
}
"""Whether a number is reached, in a cell under a head that asks."""

MET_OR_NOT = {
    Verdict.MET: "met",
    Verdict.NOT_MET: "not met",
    Verdict.CANNOT_TELL: "can’t tell",
}
"""How a rule is answered."""


def bounds(count: Count) -> str:
    """A count for a narrow cell, without its denominator: "16", "16–19"."""
    return f"{count.lower}" if count.is_exact else f"{count.lower}–{count.upper}"
