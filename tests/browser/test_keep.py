"""The page of a day sends one thing at a time."""

from playwright.sync_api import Page, Route, expect

from tests.browser.scripts import be_faster_than_scripts


def test_save_waits_for_what_is_on_its_way(annas_page: Page) -> None:
    annas_page.goto("/days/2026-03-14")
    annas_page.get_by_label("Severe").check()
    annas_page.get_by_label("Note").fill("dull and long")
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    expect(annas_page.get_by_role("button", name="Undo")).to_be_visible()
    expect(annas_page.get_by_label("Severe")).to_be_checked()
    expect(annas_page.get_by_label("Note")).to_have_value("dull and long")


def test_an_answer_given_before_the_script_arrived_is_kept(annas_page: Page) -> None:
    def arrive_late(route: Route) -> None:
        annas_page.get_by_label("Mild").check()
        route.continue_()

    be_faster_than_scripts(annas_page)
    annas_page.route("**/days/keep.js", arrive_late)
    annas_page.goto("/days/2026-03-14", wait_until="commit")
    expect(annas_page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
