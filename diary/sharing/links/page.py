"""The patient's links as one page: which are open, and what the patient should know of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from diary.clinical.text import isolated
from diary.sharing.links.models import ShareLink
from diary.sharing.links.tries import IN_A_ROW
from diary.web.formatting import short_date

ENDS_SOON = timedelta(days=3)
LATELY = timedelta(days=7)
FEW = 2


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
        """What happened lately or will soon, as sentences: one for each link while they are few."""
        return [
            *_told(self._of_locked, "links are locked: the PIN was wrong too often."),
            *_told(self._of_tried, "links were tried with wrong PINs."),
            *_told(self._of_first_looks, "links were opened for the first time lately."),
            *_told(self._of_ending, "links end soon."),
            *_told(self._of_withdrawn, "links open nothing any more: you ended them lately."),
        ]

    @property
    def _of_locked(self) -> list[str]:
        return [
            f"{isolated(link.name)} is locked: the PIN was wrong too often." for link in self.locked
        ]

    @property
    def _of_tried(self) -> list[str]:
        return [
            f"The PIN of {isolated(link.name)} was wrong {link.wrong_pins} times."
            for link in self.open
            if link.wrong_pins >= IN_A_ROW and not link.tries.are_over
        ]

    @property
    def _of_first_looks(self) -> list[str]:
        return [
            f"{isolated(link.name)} was opened for the first time on {self._on(at)}."
            for link in self.open
            if (at := link.first_opened_at) and self._was_lately(at)
        ]

    @property
    def _of_ending(self) -> list[str]:
        return [
            f"{isolated(link.name)} ends soon: on {short_date(link.ends_on)}."
            for link in self.open
            if link.ends_on - self.now.date() <= ENDS_SOON
        ]

    @property
    def _of_withdrawn(self) -> list[str]:
        return [
            f"{isolated(link.name)} opens nothing since {self._on(at)}: you ended it."
            for link in self.ended
            if (at := link.withdrawn_at) and self._was_lately(at)
        ]

    def _was_lately(self, at: datetime) -> bool:
        return self.now - at <= LATELY

    def _on(self, at: datetime) -> str:
        return short_date(at.astimezone(self.now.tzinfo).date())


def _told(sentences: list[str], of_many: str) -> list[str]:
    """The sentences while they are few, or one that counts them."""
    return sentences if len(sentences) <= FEW else [f"{len(sentences)} {of_many}"]
