"""A phone without a network: the diary is written all the same, and sent later."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

TODAY = datetime.now(UTC).date()
TWO_DAYS_AGO = TODAY - timedelta(days=2)


def ready(page: Page, path: str = "/") -> None:
    """Open a page and wait until the app is kept on the phone."""
    page.goto(path)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def count(page: Page, words: str) -> None:
    """The count on the screen says this."""
    expect(page.get_by_role("region", name="Not sent yet")).to_contain_text(words)


def test_a_clear_day_is_kept_without_a_network_and_counted(annas_page: Page) -> None:
    ready(annas_page)
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="No headache").last.click()
    count(annas_page, "1 entry not sent. Sent when there is a network.")


def test_the_app_opens_without_a_network_and_holds_no_diary(annas_page: Page) -> None:
    ready(annas_page, f"/days/{TWO_DAYS_AGO}")
    annas_page.get_by_label("Note").fill("only on the server")
    expect(annas_page.locator("output")).not_to_be_empty()
    annas_page.context.set_offline(True)
    annas_page.goto(f"/days/{TWO_DAYS_AGO}")
    expect(annas_page.get_by_role("heading", level=1)).to_have_text("Without a network")
    expect(annas_page.locator("#which-day")).to_have_value(str(TWO_DAYS_AGO))
    annas_page.get_by_role("button", name="Severe").click()
    count(annas_page, "1 entry not sent.")
    kept = annas_page.evaluate(
        """async () => {
          const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const requests = await Promise.all(caches_.map((cache) => cache.keys()));
          return requests.flat().map(({ url }) => new URL(url).pathname);
        }"""
    )
    assert len(kept) > 5
    assert [
        path for path in kept if not path.startswith(("/static/", "/style.css", "/offline"))
    ] == []
