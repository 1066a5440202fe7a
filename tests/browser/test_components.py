"""What the shared pieces of a page do in a browser, with keys and on paper."""

from playwright.sync_api import Page, expect


def test_an_answer_is_given_and_taken_back_with_keys(annas_page: Page) -> None:
    annas_page.goto("/days/2026-03-14")
    severity = annas_page.get_by_role("group", name="How bad")
    mild, unanswered = severity.get_by_label("Mild"), severity.get_by_label("not answered")
    mild.focus()
    annas_page.keyboard.press("Space")
    expect(mild).to_be_checked()
    unanswered.focus()
    annas_page.keyboard.press("Space")
    expect(mild).not_to_be_checked()
    expect(unanswered).to_be_checked()


def test_a_medicine_is_found_and_taken_with_keys(annas_page: Page) -> None:
    annas_page.goto("/medicines")
    name = annas_page.get_by_role("combobox", name="Medicine")
    name.press_sequentially("imig")
    expect(annas_page.get_by_role("option").first).to_be_visible()
    name.press("ArrowDown")
    name.press("Enter")
    expect(name).to_have_value("Imigran")
    expect(annas_page.get_by_role("listbox")).to_be_hidden()


def test_the_way_past_the_head_of_the_page_is_the_first_stop(page: Page) -> None:
    page.goto("/about")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()


def test_paper_shows_no_places_to_tap(annas_page: Page) -> None:
    annas_page.goto("/months/2026-03")
    expect(annas_page.get_by_role("navigation", name="Diary")).to_be_visible()
    annas_page.emulate_media(media="print")
    expect(annas_page.get_by_role("navigation", name="Diary")).to_be_hidden()
    expect(annas_page.get_by_role("heading", level=1)).to_be_visible()
