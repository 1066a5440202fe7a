"""Table of what the list of patients says of each shared diary, made ahead so that a list can be sorted."""

import datetime
from fractions import Fraction

from sqlalchemy import CheckConstraint, Double, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.models import LONGEST_NAME
from diary.clinical.count import Count, Verdict
from diary.clinical.period import FOUR_WEEKS
from diary.clinical.reduction import Reduction
from diary.database import Base, Instant, one_of

PERCENT = 100


class DiarySummary(Base):
    """One shared diary in one row, as far as its share goes.

    It holds until `good_until`, the patient's next midnight, and while the patient's account still
    has this number of `diary_changes`; after that it is made anew before it is shown. Counts are of
    the 28 days that end with `on`; changes are in percent.
    """

    __tablename__ = "diary_summary"
    __table_args__ = (CheckConstraint("recorded BETWEEN 0 AND 28", name="recorded_of_28"),)

    share_id: Mapped[int] = mapped_column(
        ForeignKey("share.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    diary_changes: Mapped[int]
    good_until: Mapped[datetime.datetime] = mapped_column(Instant)
    today: Mapped[datetime.date]
    due_soon: Mapped[datetime.date]
    on: Mapped[datetime.date]
    folded_name: Mapped[str] = mapped_column(String(4 * LONGEST_NAME))
    last_recorded: Mapped[datetime.date | None]
    recorded: Mapped[int]
    headache_lower: Mapped[int]
    headache_upper: Mapped[int]
    migraine_lower: Mapped[int]
    migraine_upper: Mapped[int]
    severe_lower: Mapped[int]
    severe_upper: Mapped[int]
    least_change: Mapped[float | None] = mapped_column(Double)
    most_change: Mapped[float | None] = mapped_column(Double)
    cycle: Mapped[int | None]
    week: Mapped[int | None]
    next_due: Mapped[datetime.date | None]
    overuse: Mapped[Verdict] = mapped_column(one_of(Verdict, "overuse"))
    below_30: Mapped[Verdict] = mapped_column(one_of(Verdict, "below_30"))

    @property
    def headache_days(self) -> Count:
        return self._count(self.headache_lower, self.headache_upper)

    @property
    def migraine_days(self) -> Count:
        return self._count(self.migraine_lower, self.migraine_upper)

    @property
    def moderate_or_severe_days(self) -> Count:
        return self._count(self.severe_lower, self.severe_upper)

    @property
    def reduction(self) -> Reduction:
        """How far headache days fell from baseline to the 28 days."""
        return Reduction(least=_share(self.least_change), most=_share(self.most_change))

    def _count(self, lower: int, upper: int) -> Count:
        return Count(lower=lower, upper=upper, recorded=self.recorded, length=FOUR_WEEKS)


def _share(percent: float | None) -> Fraction | None:
    return None if percent is None else Fraction(str(percent)) / PERCENT
