"""Only a page of the diary may send to the diary, whichever of three headers its browser sends."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask, session
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from config import Mode, Settings
from diary.app import build_app
from diary.web.json import read_json
from diary.web.origin import READING
from tests.conftest import close
from tests.structure.test_gates import values_of

HOST = "diary.example"
OURS, SILENT, ANOTHER = True, None, False
ORIGINS = {
    None: SILENT,
    "{scheme}://diary.example": OURS,
    "https://diary.example": OURS,
    "{scheme}://diary.example.evil.example": ANOTHER,
    "{scheme}://diary.example:8443": ANOTHER,
    "https://evil.example": ANOTHER,
    "null": ANOTHER,
    "": ANOTHER,
}
SITES = {
    None: SILENT,
    "none": SILENT,
    "same-origin": OURS,
    "same-site": ANOTHER,
    "cross-site": ANOTHER,
    "same-origin, cross-site": ANOTHER,
}
REFERRERS = {
    None: SILENT,
    "{scheme}://diary.example/days/2026-03-14?from=month": OURS,
    "{scheme}://diary.example": OURS,
    "{scheme}://diary.example.evil.example/": ANOTHER,
    "https://evil.example/https://diary.example/": ANOTHER,
    "https://[": ANOTHER,
}


class Sent(NamedTuple):
    """What a browser says of where a form comes from, and what that is worth."""

    origin: str | None = None
    site: str | None = None
    referrer: str | None = None

    def headers(self, scheme: str) -> dict[str, str]:
        """The headers that are sent at all."""
        named = zip(("Origin", "Sec-Fetch-Site", "Referer"), self, strict=True)
        return {name: text.format(scheme=scheme) for name, text in named if text is not None}

    def proves(self) -> bool | None:
        """Whether it proves a page of ours or of another site; None when nothing is said."""
        words = {SITES[self.site], REFERRERS[self.referrer]}
        # A browser that hides the referrer writes "null" for our own pages too.
        if (self.origin, self.site) != ("null", "same-origin"):
            words.add(ORIGINS[self.origin])
        return ANOTHER if ANOTHER in words else OURS if OURS in words else SILENT


EVERYTHING = [Sent(*words) for words in product(ORIGINS, SITES, REFERRERS)]
ONE_OF_EACH = [
    *(Sent(origin=origin) for origin in ORIGINS),
    *(Sent(site=site) for site in SITES),
    *(Sent(referrer=referrer) for referrer in REFERRERS),
    Sent(origin="null", site="same-origin"),
    Sent(origin="null", site="cross-site"),
    Sent(origin="https://evil.example", site="same-origin"),
]
Guard = Callable[..., int]


@pytest.fixture(params=["http", "https"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Plain on somebody's own machine, https for the public."""
    return str(request.param)


@pytest.fixture
def guarded(scheme: str, tmp_path: Path) -> Iterator[Flask]:
    """The app as it runs; what is tried here never gets to its database."""
    app = build_app(
        Settings(
            mode=Mode.PRODUCTION if scheme == "https" else Mode.DEVELOPMENT,
            secret_key="a long random text that nobody knows",
            database_url=f"sqlite:///{tmp_path / 'diary.sqlite3'}",
            secure_cookies=scheme == "https",
            hosts=(HOST,),
        )
    )
    yield app
    close(app)


@pytest.fixture
def guard(guarded: Flask, scheme: str) -> Guard:
    """Ask what the guard answers to a request, with the token of a page unless it is left out."""
    base_url = f"{scheme}://{HOST}"
    with guarded.test_request_context(base_url=base_url):
        token, kept = generate_csrf(), dict(session)

    def status(
        method: str, path: str, sent: Sent, *, is_json: bool, with_token: bool = True
    ) -> int:
        headers = sent.headers(scheme) | ({"X-CSRFToken": token} if with_token else {})
        with guarded.test_request_context(
            path, base_url, method=method, headers=headers, json={} if is_json else None
        ):
            session.update(kept)
            return _status_of_guard(guarded, is_json=is_json)

    return status


def _status_of_guard(app: Flask, *, is_json: bool) -> int:
    """Lead the request that is under way as far as its page, which reads JSON itself."""
    try:
        app.preprocess_request()
        if is_json:
            read_json()
    except HTTPException as refusal:
        return refusal.code or 500
    return 200


def changes(app: Flask) -> list[tuple[str, str, bool]]:
    """Method and path of every request that changes something, and whether it brings JSON."""
    adapter = app.url_map.bind(HOST)
    return [
        (method, adapter.build(rule.endpoint, values_of(rule), method=method), is_json(app, rule))
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - READING)
    ]


def is_json(app: Flask, rule: Rule) -> bool:
    """Whether an address takes JSON, and no form."""
    return getattr(app.view_functions[rule.endpoint], "takes_json", False)


def expected(sent: Sent, scheme: str, *, is_json: bool) -> int:
    """With its token a request passes that nothing speaks against, and over https one thing for."""
    must_prove = is_json or scheme == "https"
    return 200 if sent.proves() or (sent.proves() is SILENT and not must_prove) else 403


def test_every_address_believes_whatever_proves_our_own_page_and_nothing_else(
    guarded: Flask, guard: Guard, scheme: str
) -> None:
    for method, path, is_json in changes(guarded):
        for sent in ONE_OF_EACH:
            status = guard(method, path, sent, is_json=is_json)
            assert status == expected(sent, scheme, is_json=is_json), (path, sent)


@pytest.mark.parametrize(("path", "is_json"), [("/sign-up", False), ("/days/batch", True)])
def test_one_word_for_another_site_outweighs_all_others(
    guard: Guard, scheme: str, path: str, is_json: bool
) -> None:
    for sent in EVERYTHING:
        status = guard("POST", path, sent, is_json=is_json)
        assert status == expected(sent, scheme, is_json=is_json), sent


def test_nothing_stands_in_for_the_token(guarded: Flask, guard: Guard) -> None:
    sent = Sent("{scheme}://diary.example", "same-origin", "{scheme}://diary.example")
    for method, path, is_json in changes(guarded):
        assert guard(method, path, sent, is_json=is_json, with_token=False) == 400, path
