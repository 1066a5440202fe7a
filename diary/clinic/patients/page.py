"""What stands on the list of patients: its columns, its filters, its pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from diary.clinic.patients.choice import Choice, Only, Order
from diary.clinic.patients.store import A_PAGE, Listed
from diary.clinical.count import Count

FALLING = (Order.HEADACHE, Order.MIGRAINE, Order.SEVERE, Order.OVERUSE)
"""The columns that begin with the highest; the others begin with the lowest."""
COLUMNS = {
    Order.NAME: "Patient",
    Order.RECORDED: "Recorded",
    Order.HEADACHE: "Headache days",
    Order.MIGRAINE: "Migraine days",
    Order.SEVERE: "Moderate or severe",
    Order.CHANGE: "Change from baseline",
    Order.DUE: "Botox",
    Order.OVERUSE: "Medicine overuse",
    Order.ENDS: "Shared until",
}
FILTERS = {
    Only.ALL: "All",
    Only.DUE: "Botox due within 4 weeks, or late",
    Only.OVERUSE: "Medicine on too many days",
    Only.BELOW_30: "Below 30 % after two cycles",
    Only.HARDLY_RECORDED: "Fewer than 20 of 28 days recorded",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientsPage:
    """One page of the list; `fitting` patients in all fit the choice."""

    choice: Choice
    listed: Sequence[Listed]
    fitting: int

    columns = COLUMNS
    filters = FILTERS

    @property
    def is_falling(self) -> bool:
        """Whether the highest comes first."""
        return self.choice.order in FALLING

    @property
    def first(self) -> int:
        """The place of the first patient shown, counted from 1."""
        return A_PAGE * (self.choice.page - 1) + 1

    @property
    def last(self) -> int:
        """The place of the last patient shown."""
        return self.first + len(self.listed) - 1

    @property
    def is_everybody(self) -> bool:
        """Whether nobody is left out by a filter or a search."""
        return self.choice.only is Only.ALL and not self.choice.name

    @staticmethod
    def bounds(count: Count) -> str:
        """The days of the 28, as a range where days or answers are missing: "12 to 15"."""
        return f"{count.lower}" if count.is_exact else f"{count.lower} to {count.upper}"
