"""What the two large trials of Botox found, to stand beside a patient's own change.

Change in headache days per 28 days at week 24, Botox against placebo, as printed in the US label of
Botox, section 14 on chronic migraine, https://www.rxabbvie.com/pdf/botox_pi.pdf.
Reading taken: the label's figures. The paper on the second trial gives 9.0 and 6.7, reckoned in
another way; the difference is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from diary.clinical.finding import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One trial. `botox` and `placebo` are headache days fewer per 28 days at week 24."""

    botox: Decimal
    placebo: Decimal
    paper: Source

    @property
    def difference(self) -> Decimal:
        """The days that the medicine itself made."""
        return self.botox - self.placebo


TRIALS = (
    Trial(
        botox=Decimal("7.8"),
        placebo=Decimal("6.4"),
        paper=Source(
            citation="PREEMPT 1",
            title=(
                "Aurora SK et al., OnabotulinumtoxinA for treatment of chronic migraine: results from the "
                "double-blind, randomized, placebo-controlled phase of the PREEMPT 1 trial, "
                "Cephalalgia 2010;30:793-803"
            ),
            address="https://doi.org/10.1177/0333102410364676",
        ),
    ),
    Trial(
        botox=Decimal("9.2"),
        placebo=Decimal("6.9"),
        paper=Source(
            citation="PREEMPT 2",
            title=(
                "Diener HC et al., OnabotulinumtoxinA for treatment of chronic migraine: results from the "
                "double-blind, randomized, placebo-controlled phase of the PREEMPT 2 trial, "
                "Cephalalgia 2010;30:804-814"
            ),
            address="https://doi.org/10.1177/0333102410364677",
        ),
    ),
)


def trials_in_words(trials: Sequence[Trial] = TRIALS) -> str:
    """Both sides of the trials and what lies between them, never the change with Botox alone."""
    found = ", and by ".join(
        f"{one.botox} with Botox and {one.placebo} with placebo" for one in trials
    )
    made = " and ".join(f"{one.difference}" for one in trials)
    return (
        f"In the two large trials, headache days in 28 days at week 24 fell by {found}. "
        f"The medicine itself made a difference of {made} days."
    )
