"""How often a wrong PIN may be tried: few times in a row, then after a pause, then not any more."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

IN_A_ROW = 5
MOST = 20
PAUSE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """Wrong PINs since the last right one, and when the last of them was tried."""

    wrong: int
    last_at: datetime | None

    @property
    def are_over(self) -> bool:
        """Whether the patient has to unlock the link."""
        return self.wrong >= MOST

    @property
    def left(self) -> int:
        """How many may follow before a pause or the end."""
        return IN_A_ROW - self.wrong % IN_A_ROW

    def pause(self, now: datetime) -> timedelta:
        """How long to wait before the next one."""
        if self.last_at is None or not self.wrong or self.wrong % IN_A_ROW:
            return timedelta()
        return max(self.last_at + PAUSE - now, timedelta())

    def refusal(self, now: datetime) -> str | None:
        """Why none may be tried now, and what to do; None when one may."""
        if self.are_over:
            return "This link is locked: too many wrong PINs. Ask the person who gave it to you."
        if minutes := ceil(self.pause(now) / timedelta(minutes=1)):
            wait = "1 minute" if minutes == 1 else f"{minutes} minutes"
            return f"Too many wrong PINs. Wait {wait}, then try again."
        return None
