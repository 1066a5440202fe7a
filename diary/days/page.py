"""What the page of a day shows around its form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose, Purpose
from diary.clinical.limits import can_be_written
from diary.clinical.period import A_DAY, Period
from diary.clinical.text import folded
from diary.days.headaches.store import lately_of
from diary.days.version import StoredDay
from diary.days.wording import COMMON_TRIGGERS
from diary.medicines.models import OwnMedicine
from diary.medicines.store import own_medicines_of

LOOKING_BACK = timedelta(days=60)
FIRST_BUTTONS = 6
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
    def first_medicines(self) -> list[Dose]:
        """Those that stand on the page at once."""
        return self.medicines[:FIRST_BUTTONS]

    @property
    def further_medicines(self) -> list[Dose]:
        """The rest of them."""
        return self.medicines[FIRST_BUTTONS:]

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
        medicines=medicine_buttons(own_medicines_of(patient), days, on),
        triggers=trigger_chips(days, on),
        has_two_versions=lately.to_choose == on,
    )


def medicine_buttons(own: Iterable[OwnMedicine], days: Iterable[DiaryDay], on: date) -> list[Dose]:
    """One dose of each medicine to tap: what was taken most often, then the rest of the list.

    Only what was taken before the date `on` is counted, so that a tap moves nothing on its page.
    """
    taken = [(_one_of(dose), day.date < on) for day in days for dose in day.doses or ()]
    often = Counter(dose for dose, is_earlier in taken if is_earlier)
    listed = (
        Dose(name=one.name, strength=one.strength, purpose=one.purpose or Purpose.ACUTE)
        for one in own
    )
    every = dict.fromkeys((*(dose for dose, _ in taken), *listed))
    offered = (dose for dose in every if can_be_written(dose))
    in_order = sorted(offered, key=lambda dose: (-often[dose], dose.spelling))
    return list({dose.spelling: dose for dose in reversed(in_order)}.values())[::-1]


def trigger_chips(days: Iterable[DiaryDay], on: date) -> list[str]:
    """The patient's own triggers, the most frequent first, then the common ones.

    Only days before the date `on` are counted, so that a tap moves nothing on its page.
    """
    earlier = [trigger for day in days if day.date < on for trigger in day.triggers]
    often = (spelling for spelling, _ in Counter(map(folded, earlier)).most_common(MOST_TRIGGERS))
    last_typed = {folded(trigger): trigger for trigger in earlier}
    offered = dict.fromkeys((*often, *COMMON_TRIGGERS))
    return [last_typed.get(spelling, spelling) for spelling in offered]


def _one_of(dose: Dose) -> Dose:
    return Dose(name=dose.name, strength=dose.strength, purpose=dose.purpose)
