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
    with annas_page.expect_response("**/days/batch"):
        annas_page.get_by_label("Severe").check()
    expect(annas_page.get_by_label("Yes").first).to_be_checked()
    with annas_page.expect_response("**/days/batch"):
        annas_page.get_by_label("Note").fill("Dark room.")
    annas_page.reload()
    expect(annas_page.get_by_label("Severe")).to_be_checked()
    expect(annas_page.get_by_label("Note")).to_have_value("Dark room.")


def test_what_cannot_be_saved_is_said_at_its_field_and_stays(annas_page: Page) -> None:
    annas_page.goto(PAST_DAY)
    annas_page.get_by_label("Note").fill("Only a note.")
    headache = annas_page.get_by_role("group", name="Was there a headache?")
    expect(headache).to_have_accessible_description("Say first whether there was a headache.")
    expect(annas_page.get_by_label("Note")).to_be_focused()
    expect(annas_page.get_by_label("Note")).to_have_value("Only a note.")
    with annas_page.expect_response("**/days/batch"):
        headache.get_by_label("No", exact=True).check()
    expect(headache).to_have_accessible_description("")


def test_no_headache_takes_the_headache_off_the_page_and_undo_brings_it_back(
    annas_page: Page,
) -> None:
    annas_page.goto(PAST_DAY)
    severe, headache = (
        annas_page.get_by_label("Severe"),
        annas_page.get_by_role("group", name="Was there a headache?"),
    )
    annas_page.get_by_label("2–4 h").check()
    with annas_page.expect_response("**/days/batch"):
        annas_page.get_by_label("in minutes").fill("150")
    expect(annas_page.get_by_label("2–4 h")).not_to_be_checked()
    with annas_page.expect_response("**/days/batch"):
        severe.check()
    headache.get_by_label("No", exact=True).check()
    expect(annas_page.get_by_text("No headache. Cleared: how bad, how long.")).to_be_visible()
    expect(severe).not_to_be_checked()
    with annas_page.expect_response("**/days/batch"):
        headache.get_by_label("Yes", exact=True).check()
    expect(severe).to_be_checked()
    with annas_page.expect_response("**/days/batch"):
        headache.get_by_label("No", exact=True).check()
    annas_page.get_by_role("button", name="Undo").click()
    expect(severe).to_be_checked()


def test_a_typed_medicine_and_a_tapped_one_are_both_kept(annas_page: Page) -> None:
    annas_page.goto(PAST_DAY)
    annas_page.get_by_label("Mild").check()
    annas_page.get_by_role("combobox", name="Medicine").first.fill("naproxen 500 mg")
    annas_page.get_by_role("button", name="Save", exact=True).last.click()
    expect(annas_page.get_by_text("Saved.").first).to_be_visible()
    annas_page.get_by_role("button", name="naproxen 500 mg", exact=True).click()
    expect(annas_page.get_by_label("Doses").first).to_have_value("2")


def test_of_two_phones_none_overwrites_the_other(annas_page: Page, address: str) -> None:
    annas_page.goto(PAST_DAY)
    other = on_another_phone(annas_page, address)
    other.goto(PAST_DAY)
    with annas_page.expect_response("**/days/batch"):
        annas_page.get_by_label("Severe").check()
    with other.expect_response("**/days/batch"):
        other.get_by_label("Note").fill("From the other phone.")
    other.get_by_label("Mild").check()
    expect(other.get_by_text("Changed elsewhere.")).to_be_visible()
    other.get_by_role("link", name="Choose a version").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Two versions")
    other.get_by_role("button", name="Keep the saved one").click()
    expect(other.get_by_label("Severe")).to_be_checked()
    expect(other.get_by_label("Note")).to_have_value("From the other phone.")
    other.context.close()


def test_another_tab_shows_what_was_just_saved(annas_page: Page) -> None:
    annas_page.goto(PAST_DAY)
    other = open_page(annas_page.context)
    other.goto(PAST_DAY)
    annas_page.get_by_label("Severe").check()
    expect(other.get_by_label("Severe")).to_be_checked()


def test_a_headache_starts_and_is_over(annas_page: Page) -> None:
    annas_page.goto("/")
    annas_page.get_by_role("button", name="Headache started now").click()
    annas_page.get_by_role("button", name="It’s over").click()
    expect(annas_page.get_by_role("button", name="Headache started now")).to_be_visible()
    annas_page.get_by_role("button", name="Undo").first.click()
    expect(annas_page.get_by_role("button", name="It’s over")).to_be_visible()


def on_another_phone(page: Page, address: str) -> Page:
    """The same person on a phone of her own."""
    browser, signed_in = page.context.browser, page.context.cookies()
    assert browser is not None
    context = browser.new_context(base_url=address)
    context.add_cookies([{**cookie} for cookie in signed_in])  # type: ignore[typeddict-item]
    return open_page(context)


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
