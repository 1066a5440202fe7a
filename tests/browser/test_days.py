"""A patient writes the diary on a phone, with and without scripts."""

from playwright.sync_api import Page, expect

from tests.browser.scripts import open_page

PAST_DAY = "/days/2026-03-14"


def test_one_tap_logs_a_headache(annas_page: Page) -> None:
    annas_page.goto("/")
    annas_page.get_by_role("button", name="Moderate").last.click()
    expect(annas_page.get_by_text("Saved:")).to_be_visible()
    annas_page.get_by_role("link", name="Add or change").first.click()
    expect(annas_page.get_by_label("Moderate")).to_be_checked()


def test_what_is_chosen_is_saved_without_a_button(annas_page: Page) -> None:
    annas_page.goto(PAST_DAY)
    with annas_page.expect_response(lambda answer: answer.status == 204):
        annas_page.get_by_label("Severe").check()
    expect(annas_page.get_by_label("Yes").first).to_be_checked()
    with annas_page.expect_response(lambda answer: answer.status == 204):
        annas_page.get_by_label("Note").fill("Dark room.")
    annas_page.reload()
    expect(annas_page.get_by_label("Severe")).to_be_checked()
    expect(annas_page.get_by_label("Note")).to_have_value("Dark room.")


def test_what_cannot_be_saved_is_said_and_stays(annas_page: Page) -> None:
    annas_page.goto(PAST_DAY)
    annas_page.get_by_label("Note").fill("Only a note.")
    expect(annas_page.get_by_text("Not saved yet.")).to_be_visible()
    expect(annas_page.get_by_label("Note")).to_have_value("Only a note.")
    with annas_page.expect_response(lambda answer: answer.status == 204):
        annas_page.get_by_role("group", name="Was there a headache?").get_by_label(
            "No", exact=True
        ).check()


def test_a_typed_medicine_and_a_tapped_one_are_both_kept(annas_page: Page) -> None:
    annas_page.goto(PAST_DAY)
    annas_page.get_by_label("Mild").check()
    annas_page.get_by_role("combobox", name="Medicine").first.fill("naproxen 500 mg")
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    expect(annas_page.get_by_text("Saved.").first).to_be_visible()
    annas_page.get_by_role("button", name="naproxen 500 mg", exact=True).click()
    expect(annas_page.get_by_label("Doses").first).to_have_value("2")


def test_two_tabs_do_not_overwrite_each_other(annas_page: Page) -> None:
    annas_page.goto(PAST_DAY)
    other = open_page(annas_page.context)
    other.goto(PAST_DAY)
    with annas_page.expect_response(lambda answer: answer.status == 204):
        annas_page.get_by_label("Severe").check()
    other.get_by_label("Mild").check()
    expect(other.get_by_text("Changed elsewhere.")).to_be_visible()
    other.get_by_role("button", name="Save", exact=True).last.click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Two versions")
    other.get_by_role("button", name="Keep this one").click()
    expect(other.get_by_label("Mild")).to_be_checked()


def test_a_headache_starts_and_is_over(annas_page: Page) -> None:
    annas_page.goto("/")
    annas_page.get_by_role("button", name="Headache started now").click()
    annas_page.get_by_role("button", name="It’s over").click()
    expect(annas_page.get_by_role("button", name="Headache started now")).to_be_visible()
    annas_page.get_by_role("button", name="Undo").first.click()
    expect(annas_page.get_by_role("button", name="It’s over")).to_be_visible()


def test_everything_works_without_scripts(annas_page: Page, address: str) -> None:
    browser, signed_in = annas_page.context.browser, annas_page.context.storage_state()
    assert browser is not None
    context = browser.new_context(
        base_url=address, storage_state=signed_in, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(PAST_DAY)
    page.get_by_label("Severe").check()
    page.get_by_role("button", name="None of the others").click()
    expect(
        page.get_by_role("group", name="Felt sick").get_by_label("No", exact=True)
    ).to_be_checked()
    page.get_by_label("Note").fill("Without scripts.")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_label("Note")).to_have_value("Without scripts.")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Note")).to_have_value("")
    context.close()
