"""The patient's links as one page: which are open, and what the patient should know of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from diary.sharing.links.models import ShareLink
from diary.web.formatting import short_date

ENDS_SOON = timedelta(days=3)
LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksPage:
    """All links of a patient, the newest first, at the local time `now`."""

    now: datetime
    links: list[ShareLink]

    @property
    def open(self) -> list[ShareLink]:
        """The links that can be read by now."""
        return [link for link in self.links if link.is_open(self.now.date())]

    @property
    def ended(self) -> list[ShareLink]:
        """The links that open nothing any more."""
        return [link for link in self.links if not link.is_open(self.now.date())]

    @property
    def locked(self) -> list[ShareLink]:
        """The links whose PIN was wrong too often."""
        return [link for link in self.open if link.tries.are_over]

    @property
    def notices(self) -> list[str]:
        """What happened lately or will soon, as sentences."""
        return [
            *(f"{link.name} is locked: the PIN was wrong too often." for link in self.locked),
            *(
                f"{link.name} was opened for the first time on {self._on(link.first_opened_at)}."
                for link in self.open
                if self._was_lately(link.first_opened_at)
            ),
            *(
                f"{link.name} ends soon: on {short_date(link.ends_on)}."
                for link in self.open
                if link.ends_on - self.now.date() <= ENDS_SOON
            ),
            *(
                f"{link.name} opens nothing since {self._on(link.withdrawn_at)}: you ended it."
                for link in self.ended
                if self._was_lately(link.withdrawn_at)
            ),
        ]

    def _was_lately(self, at: datetime | None) -> bool:
        return at is not None and self.now - at <= LATELY

    def _on(self, at: datetime | None) -> str:
        return short_date(at.astimezone(self.now.tzinfo).date()) if at else ""
