"""The patient's page of sharing: who may look, until when, what needs attention, and who looked."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from diary.accounts.clock import now_of
from diary.accounts.models import Account
from diary.clinical.text import isolated
from diary.sharing.grant import Grant
from diary.sharing.invitations.models import Invitation
from diary.sharing.links.models import ShareLink
from diary.sharing.links.page import LinksPage
from diary.sharing.links.store import links_and_invitations_of
from diary.sharing.models import Viewing
from diary.sharing.store import SharedWith, shares_of, viewings_of
from diary.web.formatting import short_date

ENDS_SOON = timedelta(days=7)
LATELY = timedelta(days=7)
VIEWINGS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingPage:
    """Everything about sharing at the local time `now`; `viewings` holds one more than is shown."""

    now: datetime
    shares: list[SharedWith]
    invitations: list[Invitation]
    viewings: list[Viewing]
    links: list[ShareLink] = field(default_factory=list)

    @property
    def by_link(self) -> LinksPage:
        """Who may look without an account."""
        return LinksPage(now=self.now, links=self.links)

    @property
    def today(self) -> date:
        """The date where the patient lives."""
        return self.now.date()

    @property
    def open(self) -> list[SharedWith]:
        """Who may look now."""
        return [one for one in self.shares if one.share.is_open(self.today)]

    @property
    def ended(self) -> list[SharedWith]:
        """Who may not look any more."""
        return [one for one in self.shares if not one.share.is_open(self.today)]

    @property
    def notices(self) -> list[str]:
        """What happened lately or will soon, as sentences."""
        return [
            *(f"{_named(one)} can look until {_until(one)}: it ends soon." for one in self._ending),
            *(
                f"{_named(one)} looked for the first time on {self._on(at)}."
                for one, at in self._first
            ),
            *(
                f"You stopped sharing with {_named(one)} on {self._on(at)}."
                for one, at in self._withdrawn
            ),
        ]

    @property
    def log(self) -> list[Viewing]:
        """Who looked, the newest first."""
        return self.viewings[:VIEWINGS_SHOWN]

    @property
    def has_earlier(self) -> bool:
        """Whether the log goes on."""
        return len(self.viewings) > VIEWINGS_SHOWN

    @property
    def _ending(self) -> list[SharedWith]:
        return [one for one in self.open if one.share.ends_on - self.today <= ENDS_SOON]

    @property
    def _first(self) -> list[tuple[SharedWith, datetime]]:
        looked = [(one, one.first_look) for one in self.open if one.first_look]
        return [(one, at) for one, at in looked if self.now - at <= LATELY]

    @property
    def _withdrawn(self) -> list[tuple[SharedWith, datetime]]:
        ended = [(one, one.share.withdrawn_at) for one in self.ended if one.share.withdrawn_at]
        return [(one, at) for one, at in ended if self.now - at <= LATELY]

    def _on(self, at: datetime) -> str:
        return short_date(at.astimezone(self.now.tzinfo).date())


def build_sharing_page(patient: Account, before: int | None = None) -> SharingPage:
    """Gather the page in three statements; the log begins before the viewing of this number."""
    now = now_of(patient)
    links, invitations = links_and_invitations_of(patient, ended_after=now.date() - LATELY)
    return SharingPage(
        now=now,
        shares=shares_of(patient),
        invitations=invitations,
        links=links,
        viewings=viewings_of(patient, VIEWINGS_SHOWN + 1, before),
    )


def what_is_shared(grant: Grant) -> str:
    """A grant in a few words, such as: all days, treatments, no notes."""
    scope = grant.scope
    parts = [
        _days(scope.first, scope.last),
        "treatments" if scope.treatments else "no treatments",
        "notes" if scope.notes else "no notes",
        *(["may record sessions"] if grant.may_record_sessions else []),
    ]
    return ", ".join(parts)


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return f"days from {short_date(first)} to {short_date(last)}"
    if first:
        return f"days from {short_date(first)} on"
    return f"days until {short_date(last)}" if last else "all days"


def _named(one: SharedWith) -> str:
    return isolated(one.clinician.name)


def _until(one: SharedWith) -> str:
    return short_date(one.share.ends_on)
