"""Table of what the list of patients says of each shared diary, made ahead so that a list can be sorted."""

import datetime

from sqlalchemy import CheckConstraint, Double, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.models import LONGEST_NAME
from diary.clinical.count import Count, Verdict
from diary.clinical.period import FOUR_WEEKS
from diary.database import Base, Instant, one_of

LONGEST_CHANGE = 100
LONGEST_FOLDED = 4 * LONGEST_NAME


class DiarySummary(Base):
    """One shared diary in one row, as far as its share goes.

    It holds until `good_until`, the patient's next midnight, and while the patient's account still
    has this number of `diary_changes`; after that it is made anew before it is shown. Counts are of
    the 28 days that end with `on`; `change` is that of headache days from baseline, in words, and
    `most_change` the most they can have fallen, in percent.
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
    folded_name: Mapped[str] = mapped_column(String(LONGEST_FOLDED))
    last_recorded: Mapped[datetime.date | None]
    recorded: Mapped[int]
    headache_lower: Mapped[int]
    headache_upper: Mapped[int]
    migraine_lower: Mapped[int]
    migraine_upper: Mapped[int]
    severe_lower: Mapped[int]
    severe_upper: Mapped[int]
    change: Mapped[str] = mapped_column(String(LONGEST_CHANGE))
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

    def _count(self, lower: int, upper: int) -> Count:
        return Count(lower=lower, upper=upper, recorded=self.recorded, length=FOUR_WEEKS)
