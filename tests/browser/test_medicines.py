"""A patient's medicines on a phone."""

from playwright.sync_api import Page, expect


def test_a_medicine_is_found_while_its_brand_is_typed(annas_page: Page) -> None:
    annas_page.goto("/medicines")
    annas_page.get_by_label("Medicine", exact=True).press_sequentially("imig")
    annas_page.get_by_role("option", name="Imigran").tap()
    expect(annas_page.get_by_label("Medicine", exact=True)).to_have_value("Imigran")
    annas_page.get_by_label("Strength").fill("50 mg")
    annas_page.get_by_role("button", name="Add to my list").tap()
    expect(annas_page.get_by_role("link", name="Imigran 50 mg")).to_contain_text("triptan")


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
