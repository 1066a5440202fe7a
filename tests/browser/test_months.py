"""A finger leads from month to month."""

import re

from playwright.sync_api import CDPSession, Page, expect

from tests.browser.scripts import settle


def sweep(session: CDPSession, from_x: int, to_x: int, y: int) -> None:
    """Draw one finger across the screen."""
    session.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": from_x, "y": y}]}
    )
    session.send(
        "Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": to_x, "y": y}]}
    )
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_sweep_across_the_calendar_leads_to_the_month_beside_it(page: Page) -> None:
    page.goto("/demo/months/2026-03")
    session = page.context.new_cdp_session(page)
    settle(page)

    sweep(session, 100, 300, 300)
    expect(page).to_have_url(re.compile("/demo/months/2026-02$"))

    settle(page)
    sweep(session, 300, 100, 300)
    expect(page).to_have_url(re.compile("/demo/months/2026-03$"))
