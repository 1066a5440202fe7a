"""What the invented person noticed after the sessions."""

from datetime import date, timedelta

from diary.clinical.day import Severity
from diary.clinical.side_effects import SideEffect, SideEffectKind
from diary.demo.story import SESSIONS


def tell_side_effects(today: date) -> list[SideEffect]:
    """A stiff neck after the first session, a drooping eyelid after the second."""
    first, second, _third = (today - timedelta(days=days) for days in SESSIONS)
    return [
        SideEffect(
            began=first + timedelta(days=1),
            kind=SideEffectKind.NECK_STIFFNESS,
            lasted_days=2,
            severity=Severity.MILD,
        ),
        SideEffect(
            began=second + timedelta(days=3),
            kind=SideEffectKind.EYELID_DROOP,
            lasted_days=12,
        ),
    ]
