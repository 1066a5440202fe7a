"""What the page of a day shows around its form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose, Purpose
from diary.clinical.period import A_DAY, Period
from diary.days.headaches.store import lately_of
from diary.days.version import StoredDay
from diary.days.wording import COMMON_TRIGGERS
from diary.medicines.models import OwnMedicine
from diary.medicines.store import own_medicines_of

LOOKING_BACK = timedelta(days=60)
MOST_BUTTONS = 6
MOST_TRIGGERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """A date with what is stored, and what the patient may want to tap."""

    on: date
    stored: StoredDay | None
    medicines: list[Dose]
    triggers: list[str]
    has_two_versions: bool

    @property
    def day(self) -> DiaryDay | None:
        """The day as recorded."""
        return self.stored.day if self.stored else None

    @property
    def revision(self) -> int:
        """The revision that is on screen."""
        return self.stored.revision if self.stored else 0

    @property
    def day_before(self) -> date:
        """Where one step back leads."""
        return self.on - A_DAY

    @property
    def day_after(self) -> date:
        """Where one step on leads."""
        return self.on + A_DAY


def build_day_page(patient: Account, on: date) -> DayPage:
    """Gather the day, the patient's medicines and the triggers of the weeks before."""
    lately = lately_of(patient, Period(on - LOOKING_BACK, on))
    days = [one.day for one in lately.days.values() if one.day]
    return DayPage(
        on=on,
        stored=lately.days.get(on),
        medicines=medicine_buttons(own_medicines_of(patient), days),
        triggers=trigger_chips(days),
        has_two_versions=lately.to_choose == on,
    )


def medicine_buttons(own: Iterable[OwnMedicine], days: Iterable[DiaryDay]) -> list[Dose]:
    """One dose of each medicine to tap: what was taken most often first, then the patient's list."""
    taken = Counter(
        (dose.name, dose.strength, dose.purpose) for day in days for dose in day.doses or ()
    )
    listed = (
        (medicine.name, medicine.strength, medicine.purpose or Purpose.ACUTE) for medicine in own
    )
    doses = (
        Dose(name=name, strength=strength, purpose=purpose)
        for name, strength, purpose in dict.fromkeys(
            (*(medicine for medicine, _ in taken.most_common(MOST_BUTTONS)), *listed)
        )
    )
    return list({dose.named.casefold(): dose for dose in doses}.values())[:MOST_BUTTONS]


def trigger_chips(days: Iterable[DiaryDay]) -> list[str]:
    """The patient's own triggers, the most frequent first; common ones until there are any."""
    own = Counter(trigger for day in days for trigger in day.triggers)
    return [trigger for trigger, _ in own.most_common(MOST_TRIGGERS)] or list(COMMON_TRIGGERS)
