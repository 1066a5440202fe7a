"""A patient's medicines on a phone."""

from playwright.sync_api import Page, Route, expect

from tests.browser.scripts import be_faster_than_scripts


def test_a_medicine_is_found_while_its_brand_is_typed(annas_page: Page) -> None:
    annas_page.goto("/medicines")
    annas_page.get_by_label("Medicine", exact=True).press_sequentially("imig")
    annas_page.get_by_role("option", name="Imigran").tap()
    expect(annas_page.get_by_label("Medicine", exact=True)).to_have_value("Imigran")
    annas_page.get_by_label("Strength").fill("50 mg")
    annas_page.get_by_role("button", name="Add to my list").tap()
    expect(annas_page.get_by_role("link", name="Imigran 50 mg")).to_contain_text("triptan")


def test_what_is_typed_before_the_script_is_there_is_found_too(annas_page: Page) -> None:
    held: list[Route] = []
    be_faster_than_scripts(annas_page)
    annas_page.route("**/picker.js", lambda route: held.append(route))
    with annas_page.expect_request("**/picker.js"):
        annas_page.goto("/medicines", wait_until="commit")
    annas_page.get_by_label("Medicine", exact=True).press_sequentially("imig")
    held[0].continue_()
    expect(annas_page.get_by_role("option", name="Imigran")).to_be_visible()


def test_a_removed_medicine_comes_back_with_undo(annas_page: Page) -> None:
    annas_page.goto("/medicines")
    annas_page.get_by_label("Medicine", exact=True).fill("Blue pill")
    annas_page.get_by_label("What kind is it?").select_option("I don't know")
    annas_page.get_by_role("button", name="Add to my list").click()
    annas_page.get_by_role("link", name="Blue pill").tap()
    annas_page.get_by_role("button", name="Remove").tap()
    expect(annas_page.get_by_role("link", name="Blue pill")).to_have_count(0)
    annas_page.get_by_role("button", name="Undo").tap()
    expect(annas_page.get_by_role("link", name="Blue pill")).to_be_visible()
