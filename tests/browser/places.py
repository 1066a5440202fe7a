"""The pages of the diary that are looked at one by one: as a visitor, as Dana, who keeps one, and
as her clinician."""

import re
from datetime import UTC, datetime

from playwright.sync_api import Page

from tests.browser.scripts import settle

TODAY = datetime.now(UTC).date()

VISITORS = (
    "/",
    "/sign-in",
    "/sign-up",
    "/help-now",
    "/help-now?country=AU",
    "/about",
    "/about/botox",
    "/more",
    "/offline",
    "/s/0a1b2c3d",
    "/nowhere",
    "/demo",
    "/demo/months",
    "/demo/trends",
    "/demo/botox",
    "/demo/botox/evidence",
    "/demo/report",
    f"/demo/days/{TODAY}",
)
DANAS = (
    "/",
    "/?calm=yes",
    f"/days/{TODAY}",
    f"/days/{TODAY}/history",
    f"/months/{TODAY:%Y-%m}",
    "/trends",
    "/botox",
    "/botox/evidence",
    "/report",
    "/botox/sessions/new",
    "/botox/side-effects",
    "/botox/side-effects/new",
    "/botox/calendar",
    "/medicines",
    "/medicines/preventives",
    "/medicines/preventives/new",
    "/events",
    "/events/new",
    "/headaches",
    "/shortcuts/no-headache",
    "/shortcuts/headache-now",
    "/shares",
    "/shares/new",
    "/shares/links",
    "/shares/links/new",
    "/shares/invitations/new",
    "/account",
    "/account/password",
    "/account/erasure",
    "/import",
    "/export",
    "/more",
    "/help-now",
    "/about",
    "/sign-out",
)
READERS = (
    "/clinic",
    "/clinic/code",
    "/clinic/diaries/{share}",
    f"/clinic/diaries/{{share}}/months/{TODAY:%Y-%m}",
    f"/clinic/diaries/{{share}}/days/{TODAY}",
    "/clinic/diaries/{share}/trends",
    "/clinic/diaries/{share}/botox",
)
"""A clinician's, where {share} is the number of a share."""
WITH_CHART = ("/trends", "/botox", "/demo/trends", "/demo/botox")


def shared(page: Page, place: str) -> str:
    """The place of a reader, with the number of the diary that is first on the list."""
    found = re.search(r"/clinic/diaries/(\d+)", page.request.get("/clinic").text())
    assert found is not None
    return place.format(share=found[1])


def opened(page: Page, place: str) -> Page:
    """The page, all of it loaded."""
    page.goto(place)
    settle(page)
    return page
