"""The first pages somebody opens, in a browser."""

from playwright.sync_api import Page, expect


def test_help_is_one_page_away_without_an_account(page: Page) -> None:
    page.goto("/about")
    page.get_by_role("link", name="Help now").click()
    expect(page).to_have_url("/help-now")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_signed_in_patient_finds_her_own_account(annas_page: Page) -> None:
    annas_page.goto("/account")
    expect(annas_page.get_by_role("main")).to_contain_text("anna.")
