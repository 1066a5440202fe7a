"""Honest counts: a lower and an upper bound, never a guess."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from diary.clinical.period import FOUR_WEEKS

FOUR_WEEKS_RECORDED_NEEDED = 20
"""Recorded days of 28 that an estimate, a baseline or a wearing-off flag needs."""


class Verdict(StrEnum):
    """Whether a threshold is reached; only the bounds decide."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"


def weakest(verdicts: tuple[Verdict, ...]) -> Verdict:
    """Met when all are met, not met when any is not, otherwise can't tell."""
    if Verdict.NOT_MET in verdicts:
        return Verdict.NOT_MET
    return Verdict.CANNOT_TELL if Verdict.CANNOT_TELL in verdicts else Verdict.MET


def strongest(verdicts: tuple[Verdict, ...]) -> Verdict:
    """Met when any is met, not met when all are not, otherwise can't tell."""
    if Verdict.MET in verdicts:
        return Verdict.MET
    return Verdict.CANNOT_TELL if Verdict.CANNOT_TELL in verdicts else Verdict.NOT_MET


def opposite(verdict: Verdict) -> Verdict:
    """Met for not met and the other way round."""
    swapped = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET}
    return swapped.get(verdict, verdict)


def rounded(value: Fraction) -> float:
    """To one decimal, half away from zero, once, from the exact fraction."""
    tenths = abs(value) * 10
    whole = (2 * tenths.numerator + tenths.denominator) // (2 * tenths.denominator)
    return float(Decimal(whole if value >= 0 else -whole) / 10)


def recorded_days_needed(length: int) -> int:
    """Recorded days that a period of `length` days needs for an estimate: 20 of 28, in proportion."""
    return -(-FOUR_WEEKS_RECORDED_NEEDED * length // FOUR_WEEKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Days (or minutes) of a period of `length` days, of which `recorded` were recorded.

    `lower` certainly count; up to `upper` could. `certain` and `possible` are the days behind the bounds.
    """

    lower: int
    upper: int
    recorded: int
    length: int
    certain: tuple[date, ...] = field(default=(), compare=False)
    possible: tuple[date, ...] = field(default=(), compare=False)

    @property
    def unrecorded(self) -> int:
        """Days of the period without a record."""
        return self.length - self.recorded

    @property
    def is_exact(self) -> bool:
        """The bounds agree."""
        return self.lower == self.upper

    @property
    def in_words(self) -> str:
        """With its denominator: "16 of 30 days, 3 not recorded: 16 to 19"."""
        words = f"{self.lower} of {self.length} {'day' if self.length == 1 else 'days'}"
        if self.unrecorded:
            words += f", {self.unrecorded} not recorded"
        return words if self.is_exact else f"{words}: {self.lower} to {self.upper}"

    @property
    def estimate(self) -> Fraction | None:
        """The recorded share brought to the whole period; None with too few recorded days."""
        if self.recorded < recorded_days_needed(self.length):
            return None
        return Fraction(self.lower * self.length, self.recorded)

    def verdict(self, threshold: int, days_to_come: int = 0) -> Verdict:
        """Whether `threshold` or more is reached, with `days_to_come` days of the period still ahead."""
        if self.lower >= threshold:
            return Verdict.MET
        return Verdict.NOT_MET if self.upper + days_to_come < threshold else Verdict.CANNOT_TELL

    def per_28_days(self) -> "Rate":
        """Both bounds brought to 28 days."""
        return Rate(
            lower=Fraction(self.lower * FOUR_WEEKS, self.length),
            upper=Fraction(self.upper * FOUR_WEEKS, self.length),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Bounds per 28 days, as exact fractions."""

    lower: Fraction
    upper: Fraction
