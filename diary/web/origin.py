"""Where a request comes from, and what kind of answer it can read.

Beside its token, whatever changes something has to come from a page of ours. A browser says so in
up to three headers, and leaves out one or the other: the referrer for privacy, Sec-Fetch-Site
before 2023 (Safari) and over plain http. One that speaks for us is enough, one that speaks of
another site is too much. Over https a request that says nothing at all is refused, as OWASP's
cheat sheet on cross-site request forgery recommends; plain http, on somebody's own machine, is
left to the token.
"""

from collections.abc import Iterator

from flask import Flask, current_app, g, request
from werkzeug.exceptions import Forbidden

READING = {"GET", "HEAD", "OPTIONS"}
KINDS = ["text/html", "application/json"]
WITNESSES = ("Sec-Fetch-Site", "Origin", "Referer")


class OtherSiteError(Forbidden):
    """No page of ours sent this, as far as the browser says."""

    description = (
        "Nothing is saved yet: your browser did not say that this came from a page of the diary. Open "
        "the diary by its own address and send it from there. If that does not help, let your browser "
        "tell this site where you come from (the “referrer”), or use another browser."
    )


def init_origin(app: Flask) -> None:
    """Let no other site send anything, whichever page it is for."""
    app.before_request(_refuse_other_sites)


def is_from_our_own_page() -> bool:
    """Say whether our own page sent this: another site must not put words in a person's mouth."""
    words = set(_words())
    return True in words and False not in words


def may_be_shown_again() -> bool:
    """Say whether what was typed is known to be typed on our own page: its token says so too."""
    return is_from_our_own_page() or g.get("csrf_valid", False)


def require_own_page() -> None:
    """Raise OtherSiteError unless our own page sent this."""
    if not is_from_our_own_page():
        raise OtherSiteError


def is_page_unwanted() -> bool:
    """Say whether a script asks for no more than what it cannot know (RFC 7240)."""
    return request.headers.get("Prefer") == "return=minimal"


def wants_json() -> bool:
    """Say whether a script is asking, which cannot read a page."""
    return request.is_json or request.accept_mimetypes.best_match(KINDS) == KINDS[1]


def _refuse_other_sites() -> None:
    must_prove = request.is_secure or current_app.config["SESSION_COOKIE_SECURE"]
    if request.method not in READING and (must_prove or False in _words()):
        require_own_page()


def _words() -> Iterator[bool]:
    """What each header says: True for a page of ours, False for one of another site."""
    headers, ours = request.headers, _our_origins()
    site, origin, referrer = (headers.get(name) for name in WITNESSES)
    if site not in (None, "none"):
        yield site == "same-origin"
    # A browser that hides the referrer calls the origin of our own pages "null" too.
    if origin is not None and (site, origin) != ("same-origin", "null"):
        yield origin.lower() in ours
    if referrer:
        yield f"{referrer}/".lower().startswith(tuple(f"{one}/" for one in ours))


def _our_origins() -> set[str]:
    """This host as it was asked for, and by https: a proxy may have taken that off."""
    return {f"{scheme}://{request.host}".lower() for scheme in (request.scheme, "https")}
