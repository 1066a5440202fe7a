"""The side effects that are stored."""

from diary.accounts.models import Account
from diary.botox.side_effects.store import side_effect_rows_of
from diary.clinical.side_effects import SideEffect


def side_effects_of(patient: Account) -> list[SideEffect]:
    """The patient's side effects, the earliest first."""
    return [row.to_side_effect() for row in side_effect_rows_of(patient)]
