"""The PDF: what it says, how it is made, and what it never does."""

from collections.abc import Iterator
from datetime import date
from threading import Event, Thread
from typing import Any

import pytest
from flask import Flask, current_app
from pypdf import PdfReader

from diary.clinical.day import DiaryDay
from diary.clinical.period import Month, days_from
from diary.clinical.treatment import Preventive
from diary.reports.one_page import OnePage
from diary.reports.paper import press
from diary.reports.paper.asked import MOST_MONTHS, Paper
from diary.reports.paper.document import document
from diary.reports.paper.press import AT_ONCE, PressError, print_pdf
from diary.reports.paper.sheet import sheet_of
from tests.diaries import a_clear_day, days_of, took
from tests.reports.paper.visits import TODAY, a_page, asked_for, read

FIRST = date(2024, 5, 1)
SESSIONS = [date(2025, 8, 1), date(2025, 10, 24), date(2026, 1, 16), date(2026, 4, 10)]
HOSTILE = '#import "@preview/cetz:0.3.0" */ $x$ #read("/etc/passwd") "\\ <b> _a_ *b* @c = d'
A4, LETTER = (595, 842), (612, 792)


@pytest.fixture(autouse=True)
def _in_the_app(app_on_sqlite: Flask) -> Iterator[None]:
    with app_on_sqlite.app_context():
        yield


def two_years() -> list[DiaryDay]:
    """Every day of two years, medicines of two classes among them."""
    doses = took("sumatriptan", "ibuprofen")
    return days_of(days_from(FIRST, 714), headache_days=500, migraine_days=200, doses=doses)


def printed(page: OnePage, **more: Any) -> PdfReader:
    """The PDF of a report."""
    asked = asked_for(page, **more)
    return read(print_pdf(document(sheet_of(page, asked), asked.paper)))


def words(pdf: PdfReader, number: int = 0) -> str:
    """What a page says, on one line."""
    return " ".join(pdf.pages[number].extract_text().split())


@pytest.mark.parametrize("months", [1, 4, 12, MOST_MONTHS])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("sessions", [[], SESSIONS])
def test_the_first_page_is_one_page(months: int, paper: Paper, sessions: list[date]) -> None:
    first = Month.of(TODAY).plus(1 - months)
    pdf = printed(a_page(two_years(), sessions=sessions, first=first), paper=paper)
    box = pdf.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (A4 if paper is Paper.A4 else LETTER)
    assert len(pdf.pages) == (3 if months > 12 else 2)
    assert "Published rules" in words(pdf)
    assert "Day by day" in words(pdf, 1)


def test_it_says_whose_it_is_and_what_was_counted() -> None:
    pdf = printed(a_page(days_of(days_from(date(2026, 1, 1), 104), headache_days=40)))
    said = words(pdf)
    assert "Anna" in said
    assert "1 January 2026 to 14 April 2026" in said
    assert "104 of 104 days recorded" in said
    assert "Jan 2026 31 of 31 31" in said


def test_it_is_made_for_screen_readers() -> None:
    pdf = printed(a_page(two_years(), sessions=SESSIONS))
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Headache diary, January to April 2026"
    assert "Anna" not in str(pdf.metadata)


def test_its_fonts_are_embedded_and_it_leads_nowhere() -> None:
    pdf = printed(a_page(two_years(), sessions=SESSIONS), evidence=True)
    fonts = [font for page in pdf.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert fonts
    for font in fonts:
        [inner] = font.get_object()["/DescendantFonts"]
        descriptor = inner.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
    assert not any("/Annots" in page for page in pdf.pages)
    root: Any = pdf.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)


def test_notes_and_evidence_are_there_when_asked_for() -> None:
    recorded = [a_clear_day(TODAY, note="Woke up with a stiff neck.")]
    page = a_page(recorded, preventives=[Preventive(medicine="topiramate")])
    plain, full = printed(page), printed(page, notes=True, evidence=True)
    said = " ".join(words(full, number) for number in range(len(full.pages)))
    assert "stiff neck" in said
    assert "topiramate" in said
    assert "stiff neck" not in words(plain) + words(plain, 1)


def test_hostile_words_are_only_words() -> None:
    recorded = [a_clear_day(TODAY, note=HOSTILE)]
    page = a_page(recorded, name=HOSTILE, preventives=[Preventive(medicine=HOSTILE)])
    pdf = printed(page, notes=True, evidence=True)
    assert HOSTILE in words(pdf)
    assert HOSTILE in words(pdf, len(pdf.pages) - 1)


@pytest.mark.parametrize(
    "odd",
    [
        "x" * 5000,
        "\u202eright to left",
        "\u05d0\u05d1\u05d2",
        "\U0001f600",
        "\u0639\u6f22",
        "\u0000\u0007",
    ],
)
def test_odd_words_make_a_report_too(odd: str) -> None:
    recorded = [a_clear_day(TODAY, note=odd)]
    page = a_page(recorded, name=odd[:100], preventives=[Preventive(medicine=odd)])
    assert len(printed(page, notes=True, evidence=True).pages) >= 3


def test_a_word_without_end_stays_on_the_sheet() -> None:
    recorded = [a_clear_day(TODAY, note="x" * 400)]
    page = a_page(recorded, name="W" * 100, preventives=[Preventive(medicine="y" * 100)])
    pdf = printed(page, notes=True, evidence=True)
    said = [one.extract_text().replace("\u200b", "") for one in pdf.pages]
    lines = [line for one in said for line in one.splitlines()]
    for letter, fit in (("W", 70), ("x", 140), ("y", 70)):
        longest = max(line.count(letter * 10) * 10 for line in lines)
        assert 10 <= longest <= fit


SCRIPTS = {
    "Latin": "Zoë Łukasz ½ – “Åse”",
    "Greek": "Ελληνικά: πονοκέφαλος",
    "Cyrillic": "Кириллица: головная боль, ёж",
    "Hebrew": "עברית: כאב ראש, 3 שעות",
    "Arabic": "العربية: صداعٌ شديد",
    "CJK": "头痛很厉害 頭が痛い 두통",
    "Devanagari": "हिन्दी: सिरदर्द, त्रिज्या",
    "others": "ไทย தமிழ் తెలుగు বাংলা ქართული հայերեն አማርኛ ខ្មែរ",
    "emoji": "😀 👩‍⚕️ 👍🏽 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇬🇧 1️⃣",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_letter_of_names_and_notes_is_shown(script: str) -> None:
    text = SCRIPTS[script]
    page = a_page(
        [a_clear_day(TODAY, note=text)], name=text, preventives=[Preventive(medicine=text)]
    )
    pdf = printed(page, notes=True, evidence=True)
    said = "".join(words(pdf, number) for number in range(len(pdf.pages)))
    # The standard is claimed only where each letter has its place in a font.
    root: Any = pdf.trailer["/Root"]
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert "left out" not in said
    if script in ("Latin", "Greek", "Cyrillic", "CJK"):
        assert "".join(text.split()) in "".join(said.split())


def test_letters_without_a_font_are_told_in_words_beside_the_others() -> None:
    no_font_has = "\U000f1234\U000f1235"
    page = a_page(
        [a_clear_day(TODAY, note=f"Slept {no_font_has[0]} badly.")], name=f"Zoë {no_font_has}"
    )
    pdf = printed(page, notes=True)
    assert "Zoë (2 letters are left out: no font here has them)" in words(pdf)
    notes = words(pdf, len(pdf.pages) - 1)
    assert "Slept badly. (1 letter is left out: no font here has them)" in notes
    root: Any = pdf.trailer["/Root"]
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_thousands_of_letters_without_a_font_are_told_too() -> None:
    note = "Slept " + "".join(chr(0xF1000 + number) for number in range(390))
    pdf = printed(a_page([a_clear_day(TODAY, note=note)]), notes=True)
    assert "(390 letters are left out: no font here has them)" in words(pdf, len(pdf.pages) - 1)


def test_words_cannot_turn_the_direction_of_ours() -> None:
    pdf = printed(a_page([a_clear_day(TODAY)], name="Anna \u202eolleh"))
    assert "Anna olleh · Headache diary" in words(pdf)


def test_two_reports_are_made_at_once_and_a_third_is_told_to_come_back() -> None:
    for _ in range(AT_ONCE):
        assert press._places.acquire(blocking=False)
    try:
        with pytest.raises(PressError, match="Try again in a few seconds"):
            print_pdf(b"{}")
    finally:
        for _ in range(AT_ONCE):
            press._places.release()


def test_a_report_that_fails_frees_its_place_and_tells_no_words_of_it() -> None:
    for _ in range(AT_ONCE + 1):
        with pytest.raises(PressError) as told:
            print_pdf(b'{"name": "Anna"}')
        assert "Anna" not in str(told.value)


def test_others_go_on_while_a_report_is_made() -> None:
    page = a_page(two_years(), sessions=SESSIONS, first=Month(2024, 5))
    asked = asked_for(page)
    report = document(sheet_of(page, asked), asked.paper)
    done, ticks = Event(), 0

    def make(app: Flask) -> None:
        with app.app_context():
            print_pdf(report)
        done.set()

    maker = Thread(target=make, args=(current_app._get_current_object(),))  # type: ignore[attr-defined]
    maker.start()
    while not done.wait(0.001):
        ticks += 1
    maker.join()
    assert ticks > 20
