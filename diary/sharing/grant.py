"""What a patient allows a clinician: what of the diary, until when, and whether to record sessions."""

from dataclasses import dataclass
from datetime import date

from diary.sharing.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Reading a scope up to and including `ends_on` in the patient's calendar."""

    scope: Scope
    ends_on: date
    may_record_sessions: bool = False

    def is_open(self, today: date) -> bool:
        """Whether it holds on the patient's today."""
        return today <= self.ends_on
