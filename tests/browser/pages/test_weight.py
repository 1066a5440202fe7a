"""What a page costs on a cold load: bytes over the wire and requests, none to anybody else.

What the service worker fetches afterwards to keep for later is not part of the page.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request

from diary.web.cdn import CHART_SCRIPTS
from tests.browser.places import DANAS, VISITORS, WITH_CHART, opened

MOST_BYTES = 60_000
MOST_REQUESTS = 14
MOST_REQUESTS_OF_HOME = 9
CHART_ADDRESSES = {script.address for script in CHART_SCRIPTS}
TABLE = "Cold load of each page: page, bytes over the wire, requests"

Record = Callable[[str, object], None]


@pytest.mark.parametrize("place", VISITORS)
def test_a_visitors_page_is_light(page: Page, place: str, record_property: Record) -> None:
    is_light(page, place, f"visitor {place}", record_property)


@pytest.mark.parametrize("place", DANAS)
def test_a_patients_page_is_light(danas_page: Page, place: str, record_property: Record) -> None:
    is_light(danas_page, place, f"patient {place}", record_property)


def is_light(page: Page, place: str, name: str, record: Record) -> None:
    """Open the page on a phone that has never seen it, and weigh it."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    opened(page, place)
    own = [request for request in asked if request.url not in CHART_ADDRESSES]
    weight = sum(weight_of(request) for request in own)
    record(TABLE, f"{name:40} {weight:7,} {len(own):3}")
    assert {urlsplit(request.url).netloc for request in own} == {urlsplit(page.url).netloc}
    assert len(own) == len(asked) or place in WITH_CHART
    assert weight <= MOST_BYTES
    assert len(own) <= (MOST_REQUESTS_OF_HOME if place == "/" else MOST_REQUESTS)


def weight_of(request: Request) -> int:
    """Bytes of an answer as they travelled, headers included."""
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]
