"""When the next Botox session is: the day it is planned for, or else 12 weeks after the last one.

Interval of 12 weeks: US label of Botox, section 2, https://www.rxabbvie.com/pdf/botox_pi.pdf.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from diary.clinical.botox import INTERVAL_DAYS, Timing, timing_of
from diary.clinical.treatment import BotoxSession


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """A session to come. `planned` and `last`, the last one given, are None while there is none."""

    planned: date | None
    last: date | None

    @property
    def due(self) -> date | None:
        """12 weeks after the last one."""
        return self.last + timedelta(days=INTERVAL_DAYS) if self.last else None

    @property
    def date(self) -> date | None:
        """The day it is planned for, or else due."""
        return self.planned or self.due

    @property
    def interval_days(self) -> int | None:
        """Days from the last one to the planned one."""
        return (self.planned - self.last).days if self.planned and self.last else None

    @property
    def timing(self) -> Timing | None:
        """Whether it is planned early, on schedule or late."""
        return None if self.interval_days is None else timing_of(self.interval_days)


def next_session(sessions: Sequence[BotoxSession], on: date) -> NextSession:
    """The next session as it stands on a day; a day that is over, or in dispute, is no plan."""
    open_ones = [one for one in sessions if not one.is_disputed and not one.was_given_by(on)]
    ahead = [one.date for one in open_ones if one.date >= on]
    given = [one.date for one in sessions if one.was_given_by(on)]
    return NextSession(planned=min(ahead, default=None), last=max(given, default=None))
