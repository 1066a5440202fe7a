"""The evidence page on paper, and its numbers on the screen."""

import re

import pytest
from playwright.sync_api import Page, expect

PLACE = "/botox/evidence"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_typical_diary_fits_one_sheet(danas_page: Page, paper: str) -> None:
    danas_page.goto(PLACE)
    printed = danas_page.pdf(format=paper)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_a_number_opens_to_the_days_behind_it(danas_page: Page) -> None:
    danas_page.goto(PLACE)
    nice = danas_page.locator(".finding").filter(has_text="NICE asks for")
    nice.locator(".finding__summary").click()
    nice.get_by_text("The days behind it").first.click()
    expect(nice.get_by_text("These days count").first).to_be_visible()
    nice.locator(".dates__day:visible").first.click()
    expect(danas_page).to_have_url(re.compile(r"/days/\d{4}-\d\d-\d\d$"))
