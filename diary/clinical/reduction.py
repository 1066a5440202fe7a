"""Change from baseline, as bounds: how much less at least, and at most.

Percentages are compared as exact fractions: 20 headache days before and 14 after is exactly 30 %.
"""

from dataclasses import dataclass
from fractions import Fraction

from diary.clinical.count import Count, Verdict, rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduction:
    """Share by which a rate per 28 days fell, as fractions; negative when it rose, None when unknown."""

    least: Fraction | None = None
    most: Fraction | None = None

    def reaches(self, percent: int) -> Verdict:
        """Whether the reduction is at least `percent`."""
        wanted = Fraction(percent, 100)
        if self.least is not None and self.least >= wanted:
            return Verdict.MET
        if self.most is not None and self.most < wanted:
            return Verdict.NOT_MET
        return Verdict.CANNOT_TELL


UNKNOWN_REDUCTION = Reduction()


def reduction(before: Count, after: Count) -> Reduction:
    """From `before` to `after`, each brought to 28 days; a bound over nothing is unknown."""
    was, now = before.per_28_days(), after.per_28_days()
    return Reduction(
        least=1 - now.upper / was.lower if was.lower else None,
        most=1 - now.lower / was.upper if was.upper else None,
    )


def change_in_words(reduction: Reduction, less: str) -> str:
    """ "25.0 % to 45.0 % fewer", "12.5 % more", "anything from 10.0 % more to 20.0 % fewer"."""
    if reduction.least is None or reduction.most is None:
        return "change not known"
    least, most = (rounded(100 * bound) for bound in (reduction.least, reduction.most))
    if least == most == 0:
        return "no change"
    if least == most:
        return f"{_said(least)} {less if least > 0 else 'more'}"
    if least >= 0:
        return f"{_said(least)} to {_said(most)} {less}"
    if most <= 0:
        return f"{_said(most)} to {_said(least)} more"
    return f"anything from {_said(least)} more to {_said(most)} {less}"


def _said(percent: float) -> str:
    return f"{abs(percent):.1f}\u00a0%"
