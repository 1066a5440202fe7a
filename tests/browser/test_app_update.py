"""A new version of the app on the phone: it comes whole or not at all, and drops no entry."""

import pytest
from playwright.sync_api import Page, Route

from diary.pwa import shell
from tests.browser.scripts import open_page
from tests.browser.test_offline import count, ready

UPDATE = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => {});
}"""
WAITS = "navigator.serviceWorker.getRegistration().then(({ waiting }) => Boolean(waiting))"
RESTS = "navigator.serviceWorker.getRegistration().then(({ installing }) => !installing)"


def change_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the server has other templates."""
    monkeypatch.setattr(shell, "_templates_version", lambda: "other templates")


def test_a_new_version_waits_for_the_old_pages_and_drops_no_entry(
    annas_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(annas_page)
    (old,) = annas_page.evaluate("caches.keys()")
    annas_page.context.route("**/days/token", lambda route: route.fulfill(status=503))
    annas_page.context.set_offline(True)
    annas_page.get_by_role("button", name="Severe").last.click()
    count(annas_page, "1 entry not sent.")
    annas_page.context.set_offline(False)
    change_templates(monkeypatch)
    annas_page.evaluate(UPDATE)
    annas_page.wait_for_function(WAITS)
    assert old in annas_page.evaluate("caches.keys()")

    annas_page.close()
    again = open_page(annas_page.context)
    again.goto("/")
    again.wait_for_function("caches.keys().then((names) => names.length === 1)")
    assert again.evaluate("caches.keys()") != [old]
    count(again, "1 entry not sent.")


def test_half_a_version_is_not_taken(annas_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    ready(annas_page)
    before = annas_page.evaluate("caches.keys()")

    def another_version(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "etag": '"yet another"'})

    annas_page.context.route("**/offline", another_version)
    change_templates(monkeypatch)
    annas_page.evaluate(UPDATE)
    annas_page.wait_for_function(RESTS)
    assert not annas_page.evaluate(WAITS)
    assert annas_page.evaluate("caches.keys()") == before
