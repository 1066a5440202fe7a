"""A link that was just made, shown once: to scan, to send, to read out."""

from dataclasses import dataclass
from typing import Any

from flask import session as cookie
from flask import url_for

from diary.sharing.links.models import ShareLink
from diary.sharing.links.store import MadeLink

JUST_MADE = "link_just_made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What opens a link: its token, and its PIN if it has one."""

    token: str
    pin: str | None

    @property
    def pin_in_two(self) -> str:
        """The PIN as it is read out: 412 907."""
        return f"{self.pin[:3]} {self.pin[3:]}" if self.pin else ""

    def address(self, link: ShareLink) -> str:
        """The whole address; what follows the # is never sent to a server by itself."""
        page = url_for("opening.show_link", public_id=link.public_id, _external=True)
        return f"{page}#{self.token}"


def keep_secrets(made: MadeLink) -> None:
    """Carry what opens the link over to the next page, on the patient's own device."""
    cookie[JUST_MADE] = {"link": made.link.id, "token": made.token, "pin": made.pin}


def secrets_of(link: ShareLink) -> Secrets | None:
    """What opens the link if it was made a moment ago here; it cannot be asked for again."""
    kept: dict[str, Any] = cookie.pop(JUST_MADE, {})
    if kept.get("link") != link.id:
        return None
    return Secrets(token=kept["token"], pin=kept["pin"])
