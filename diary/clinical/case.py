"""Case: everything a rule may look at, as it stands on one day."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property

from diary.clinical.botox import Course, course_of
from diary.clinical.count import Verdict, weakest
from diary.clinical.diary import Diary
from diary.clinical.month import MonthSummary, months_of, summarise_month
from diary.clinical.period import Month
from diary.clinical.treatment import BotoxSession, Preventive

ADULT_AGE = 18
MONTHS_IN_A_ROW_NEEDED = 4
""""More than 3 months" is read as four calendar months in a row [ICHD-3 1.3, 8.2]."""

MonthJudge = Callable[[MonthSummary], Verdict]


class Case:
    """A diary with its treatments on the day `on`; what lies after `on` is left out.

    `preventives` is None when no list was given, which differs from an empty list.
    """

    def __init__(
        self,
        diary: Diary,
        *,
        on: date,
        sessions: Iterable[BotoxSession] = (),
        preventives: Sequence[Preventive] | None = None,
        birth_date: date | None = None,
    ) -> None:
        self.diary = diary.until(on)
        self.on = on
        self.sessions = [session for session in sessions if session.was_given_by(on)]
        self.preventives = preventives
        self.birth_date = birth_date
        self._months: dict[Month, MonthSummary] = {}

    @cached_property
    def course(self) -> Course | None:
        """The Botox treatment so far, None before the first session."""
        return course_of(self.diary, self.sessions, self.on)

    @cached_property
    def months(self) -> list[MonthSummary]:
        """Every month from that of the first recorded day to that of `on`."""
        return [self.month(month) for month in months_of(self.diary, self.on)]

    def month(self, month: Month) -> MonthSummary:
        """One month, counted once."""
        if month not in self._months:
            self._months[month] = summarise_month(self.diary, month, self.on)
        return self._months[month]

    @property
    def last_complete_month(self) -> Month:
        """The month of `on` when `on` is its last day, otherwise the month before."""
        current = Month.of(self.on)
        return current if current.period.last == self.on else current.plus(-1)

    def single_month(self, judge: MonthJudge) -> MonthSummary:
        """The month that a rule about one month looks at: the running one if already met."""
        running = self.month(Month.of(self.on))
        return running if judge(running) is Verdict.MET else self.month(self.last_complete_month)

    def row(self, judge: MonthJudge) -> list[MonthSummary]:
        """The months that can stand in a row: a running month only when it is already met."""
        months = self.months
        if months and months[-1].is_running and judge(months[-1]) is not Verdict.MET:
            return months[:-1]
        return months

    def sustained(self, judge: MonthJudge) -> Verdict:
        """Whether the last four months of the row are met; months before the diary are unrecorded."""
        verdicts = [judge(month) for month in self.row(judge)[-MONTHS_IN_A_ROW_NEEDED:]]
        before = [Verdict.CANNOT_TELL] * (MONTHS_IN_A_ROW_NEEDED - len(verdicts))
        return weakest((*before, *verdicts))

    def months_in_a_row(self, judge: MonthJudge) -> int:
        """How many months are met, counted back from the end of the row."""
        verdicts = [judge(month) for month in reversed(self.row(judge))]
        return next((n for n, v in enumerate(verdicts) if v is not Verdict.MET), len(verdicts))

    @property
    def is_adult(self) -> Verdict:
        """18 or more on `on`; somebody born on 29 February turns 18 on 1 March."""
        if self.birth_date is None:
            return Verdict.CANNOT_TELL
        born = (self.birth_date.year + ADULT_AGE, self.birth_date.month, self.birth_date.day)
        today = (self.on.year, self.on.month, self.on.day)
        return Verdict.MET if today >= born else Verdict.NOT_MET
