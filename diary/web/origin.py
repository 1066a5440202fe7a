"""Where a request comes from, and what kind of answer it can read."""

from flask import request

KINDS = ["text/html", "application/json"]


def is_from_our_own_page() -> bool:
    """Say whether our own page sent this: another site must not put words in a person's mouth."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    return site == "same-origin" or origin == request.host_url.rstrip("/")


def wants_json() -> bool:
    """Say whether a script is asking, which cannot read a page."""
    return request.is_json or request.accept_mimetypes.best_match(KINDS) == KINDS[1]
