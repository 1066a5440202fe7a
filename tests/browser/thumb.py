"""One thumb on a phone: it taps, and its taps are counted from the moment a page is open."""

from dataclasses import dataclass, field
from datetime import date

from flask import Flask
from playwright.sync_api import Locator, Page, expect

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay
from diary.days.store import diary_of, write_days


@dataclass
class Thumb:
    """Taps on a patient's pages, and looks up in the database what became of them."""

    page: Page
    app: Flask
    patient: Account
    taps: list[str] = field(default_factory=list)

    def open(self, address: str = "/") -> None:
        """Open a page afresh; the count starts again."""
        self.page.goto(address)
        self.taps.clear()

    def tap(self, name: str, inside: str | None = None) -> None:
        """Touch the one button or link of this name, in the part of the page with this heading."""
        part = self.part(inside) if inside else self.page.get_by_role("main")
        by_name = part.get_by_role("button", name=name, exact=True)
        target = by_name.or_(part.get_by_role("link", name=name, exact=True))
        expect(target).to_have_count(1)
        target.tap()
        self.taps.append(name)

    def part(self, heading: str) -> Locator:
        """The part of the page under this heading."""
        named = self.page.get_by_role("heading", name=heading)
        return self.page.locator("section").filter(has=named)

    def sees_saved(self) -> None:
        """The page says that it saved, and offers to take it back."""
        notice = self.page.locator(".notices")
        expect(notice).to_contain_text("Saved")
        expect(notice.get_by_role("button", name="Undo")).to_be_visible()

    def undoes(self) -> None:
        """Take the last tap back."""
        self.page.get_by_role("button", name="Undo").tap()
        expect(self.page.locator(".notices")).to_contain_text("Undone")

    def day(self, on: date) -> DiaryDay | None:
        """What is stored of a day."""
        with self.app.app_context():
            return diary_of(self.patient).day(on)

    def has_recorded(self, *days: DiaryDay) -> None:
        """The diary held these days before."""
        with self.app.app_context():
            write_days(self.patient, days)
