"""What the today page asks and shows, gathered in at most three statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from diary.accounts.clock import last_day_of
from diary.accounts.models import Account
from diary.botox.store import sessions_of
from diary.clinical.day import DiaryDay, Dose, Purpose
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure
from diary.clinical.month import MonthSummary, summarise_month
from diary.clinical.next_session import NextSession, next_session
from diary.clinical.period import A_DAY, Month, Period
from diary.clinical.side_effects import is_watched
from diary.clinical.treatment import days_given
from diary.days.amend import doses_to_repeat
from diary.days.document import FEATURES
from diary.days.headaches.store import LONGEST_HEADACHE, Lately, is_long, lately_of
from diary.days.page import medicine_buttons
from diary.days.version import StoredDay
from diary.days.wording import taken
from diary.medicines.store import cupboard_of
from diary.reports.calendar import MARKS_IN_WORDS, Tile, mark_of, tile_of
from diary.reports.figure import Figure, figure_of
from diary.sharing.viewpoint import Viewpoint
from diary.web.formatting import brief_date, duration

STRIP_DAYS = 14
NIGHT_IS_OVER = 5
"""The hour until which the page asks about yesterday first."""
MOST_LEFT_OPEN = 4
MONTH_SO_FAR = (Measure.HEADACHE_DAYS, Measure.MIGRAINE_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDose:
    """A dose of which nobody has said yet whether it helped; `index` is its place in the day."""

    on: date
    index: int
    dose: Dose
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """The patient's day, the two weeks that lead to it, and the month so far."""

    now: datetime
    last: date
    """The last day lived: today, or a later one before travelling west."""
    lately: Lately
    diary: Diary
    month: MonthSummary
    medicines: list[Dose]
    next_botox: NextSession
    is_watched: bool
    """Whether the last Botox session lies no more than 90 days back."""
    keeps_since: date
    tapped: date | None = None
    """The day that was just answered: it stays on the page, first, for the next answer."""

    @property
    def today(self) -> date:
        """The date where the patient lives."""
        return self.now.date()

    @property
    def yesterday(self) -> date:
        """The day before."""
        return self.today - A_DAY

    @property
    def strip(self) -> Period:
        """The last fourteen days, today included."""
        return Period(self.last - timedelta(days=STRIP_DAYS - 1), self.last)

    def day(self, on: date) -> DiaryDay | None:
        """The day as recorded."""
        stored = self.lately.days.get(on)
        return stored.day if stored else None

    def revision(self, on: date) -> int:
        """The revision of a day that is on screen; 0 when nothing was ever recorded."""
        stored = self.lately.days.get(on)
        return stored.revision if stored else 0

    def in_words(self, on: date) -> str:
        """A day in a few words, such as: mild headache."""
        return MARKS_IN_WORDS[mark_of(self.day(on))]

    def last_headache(self, on: date) -> str | None:
        """The headache before a date in a few words; None when there was none lately."""
        earlier = [
            one.day
            for one in self.lately.days.values()
            if one.day and one.day.headache and one.on < on
        ]
        if not earlier:
            return None
        last = max(earlier, key=lambda day: day.date)
        doses = doses_to_repeat(last)
        named = [taken(doses)] if doses else []
        return ", ".join((MARKS_IN_WORDS[mark_of(last)], *named))

    @property
    def running_for(self) -> str | None:
        """Since when a headache goes on, and how long that is; None when none does."""
        if self.lately.running_since is None:
            return None
        since = self.lately.running_since.astimezone(self.now.tzinfo)
        minutes = int((self.now - self.lately.running_since) / timedelta(minutes=1))
        day = "" if since.date() == self.today else f"{brief_date(since.date())}, "
        so_far = f" ({duration(minutes)} so far)" if minutes else ""
        return f"{day}{since:%H:%M}{so_far}"

    @property
    def runs_long(self) -> bool:
        """Whether a headache goes on for more than a day: its end may have been forgotten."""
        since = self.lately.running_since
        return since is not None and is_long(since, self.now)

    @property
    def days_to_show(self) -> list[date]:
        """Today, and yesterday while it is unrecorded: that one first in the small hours."""
        in_order = [self.today]
        if not self.day(self.yesterday) and self.yesterday >= self.keeps_since:
            in_order.insert(0 if self.now.hour < NIGHT_IS_OVER else 1, self.yesterday)
        first = [self.tapped] if self.tapped and self.tapped in self.strip else []
        return list(dict.fromkeys([*first, *in_order]))

    def name_of(self, on: date) -> str:
        """How a day is called from here: today, yesterday, or its weekday."""
        return {self.today: "today", self.yesterday: "yesterday"}.get(on, f"{on:%A}")

    @property
    def acute_medicines(self) -> list[Dose]:
        """What the patient takes against a headache, the usual medicine first."""
        return [dose for dose in self.medicines if dose.purpose is Purpose.ACUTE]

    def tiles(self, view: Viewpoint) -> list[Tile]:
        """The strip of days, each with its mark and the address that opens it."""
        return [
            tile_of(on, self.diary, (), today=self.today, url=view.day_url(on)) for on in self.strip
        ]

    @property
    def figures(self) -> list[Figure]:
        """What the month counts, beside the lines of chronic migraine."""
        return [figure_of(self.month, measure) for measure in MONTH_SO_FAR]

    @property
    def unrecorded_runs(self) -> list[list[date]]:
        """Two or more days in a row of the strip, before today, of which nothing is known."""
        before = [on for on in self.strip if self.keeps_since <= on < self.today]
        runs = [list(run) for is_open, run in groupby(before, self._is_unrecorded) if is_open]
        return [run for run in runs if len(run) > 1]

    @property
    def unfinished(self) -> list[date]:
        """Headache days of the strip with a question of how it felt left open, newest first."""
        days = [day for on in self.strip if (day := self.day(on)) and day.headache]
        return [day.date for day in days if is_unfinished(day)][::-1][:MOST_LEFT_OPEN]

    @property
    def open_doses(self) -> list[OpenDose]:
        """Acute doses of the strip that nobody has rated, newest first."""
        stored = [one for on in self.strip if (one := self.lately.days.get(on))]
        return [dose for one in reversed(stored) for dose in _open_doses(one)][:MOST_LEFT_OPEN]

    def _is_unrecorded(self, on: date) -> bool:
        return self.day(on) is None


def build_today_page(patient: Account, now: datetime, tapped: date | None = None) -> TodayPage:
    """Gather the page of a patient at the local time `now`; `tapped` was just answered."""
    today, last = now.date(), last_day_of(patient)
    first_of_month = Month.of(today).period.first
    lately = lately_of(patient, Period(min(first_of_month, today - LONGEST_HEADACHE), last))
    own, formulary = cupboard_of(patient)
    days = [one.day for one in lately.days.values() if one.day]
    diary = Diary(days, formulary)
    sessions = sessions_of(patient)
    return TodayPage(
        now=now,
        last=last,
        tapped=tapped,
        lately=lately,
        diary=diary,
        month=summarise_month(diary, Month.of(today), last),
        medicines=medicine_buttons(own, days, last + A_DAY),
        next_botox=next_session(sessions, today),
        is_watched=is_watched(today, days_given(sessions, today)),
        keeps_since=min(
            [patient.created_at.astimezone(now.tzinfo).date(), *(day.date for day in days)]
        ),
    )


def is_unfinished(day: DiaryDay) -> bool:
    """Whether a headache day lacks its severity or an answer to how it felt."""
    return day.severity is None or None in [getattr(day, name) for name in FEATURES]


def _open_doses(stored: StoredDay) -> Iterator[OpenDose]:
    for index, dose in enumerate((stored.day.doses if stored.day else None) or ()):
        if dose.effect is None and dose.purpose is Purpose.ACUTE:
            yield OpenDose(on=stored.on, index=index, dose=dose, revision=stored.revision)
