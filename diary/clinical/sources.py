"""The published documents that rules are taken from, cited by section."""

from diary.clinical.finding import Source

ICHD_ADDRESSES = {
    "1.3": "https://ichd-3.org/1-migraine/1-3-chronic-migraine/",
    "3.1": "https://ichd-3.org/3-trigeminal-autonomic-cephalalgias/3-1-cluster-headache/",
    "8.2": (
        "https://ichd-3.org/8-headache-attributed-to-a-substance-or-its-withdrawal/"
        "8-2-medication-overuse-headache-moh/"
    ),
}

US_LABEL = Source(
    speaker="US label",
    citation="US label",
    title="BOTOX (onabotulinumtoxinA) US prescribing information, Indications and usage: chronic migraine",
    address="https://www.rxabbvie.com/pdf/botox_pi.pdf",
)

EHF = Source(
    speaker="EHF guideline",
    citation="EHF guideline 2018",
    title=(
        "Bendtsen L et al., Guideline on the use of onabotulinumtoxinA in chronic migraine: a consensus "
        "statement from the European Headache Federation, J Headache Pain 2018;19:91"
    ),
    address="https://doi.org/10.1186/s10194-018-0921-8",
)

PAYERS = Source(
    speaker="Insurers",
    citation="payer policies vary",
    title="Insurers' own policies; the wording and the number of medicines vary from plan to plan",
    address=None,
)

HULL = Source(
    speaker="Hull clinic",
    citation="Hull criteria",
    title=(
        "Khalil M et al., Prospective analysis of the use of onabotulinumtoxinA in the treatment of chronic "
        "migraine; real-life data in 254 patients from Hull, UK, J Headache Pain 2014;15:54"
    ),
    address="https://doi.org/10.1186/1129-2377-15-54",
)

TRIAL_CONVENTION = Source(
    speaker="Trials",
    citation="trial convention",
    title="Commonly used in trials of preventive treatment; no single document lays the bands down",
    address=None,
)


def ichd(section: str) -> Source:
    """A section of ICHD-3."""
    return Source(
        speaker="ICHD-3",
        citation=f"ICHD-3 {section}",
        title=f"International Classification of Headache Disorders, 3rd edition (2018), {section}",
        address=ICHD_ADDRESSES[section],
    )


def nice(section: str) -> Source:
    """A section of NICE technology appraisal 260."""
    return Source(
        speaker="NICE",
        citation=f"NICE TA260 {section}",
        title=(
            "NICE technology appraisal guidance 260 (2012), Botulinum toxin type A for the prevention of "
            f"headaches in adults with chronic migraine, {section}"
        ),
        address="https://www.nice.org.uk/guidance/ta260/chapter/1-Recommendations",
    )
