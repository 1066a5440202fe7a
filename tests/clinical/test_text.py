"""One spelling of what people type."""

import unicodedata
from itertools import chain
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.text import (
    _PLAIN,
    MOST_MARKS,
    cleaned,
    cleaned_line,
    folded,
    isolated,
    plain,
    plain_digits,
    without_accents,
)

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\u0301\u0327\u200b\u200d\u202e\u2066\u2069\ufe0f\U000e0041\U0001f3f4\n \u3000"
        ),
    )
)
LETTERS = [chr(code) for code in chain(range(0x20000), range(0xE0000, 0xE0200))]
TURNS_THE_TEXT = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NEEDED = [
    "👩\u200d⚕️", "❤️", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "👍🏽", "1️⃣",
    "می\u200cخواهم", "क्\u200dष", "שָׁלוֹם", "Tiếng Việt", "น้ำ", "שלום!\u200f", "ཀྵྨླྺ",
]  # fmt: skip


@given(ANY_TEXT)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert cleaned_line(cleaned_line(text)) == cleaned_line(text)


@given(ANY_TEXT)
def test_one_text_is_kept_in_one_way_however_its_accents_were_typed(text: str) -> None:
    assert cleaned(normalize("NFC", text)) == normalize("NFC", cleaned(text))
    assert not set(cleaned(text)) & set(TURNS_THE_TEXT)
    assert folded(text) == folded(cleaned(text))


@pytest.mark.parametrize("text", NEEDED)
def test_what_letters_and_emoji_need_is_kept(text: str) -> None:
    assert cleaned(text) == normalize("NFC", text)


def test_no_letter_alone_shows_nothing() -> None:
    hidden = ("Cc", "Cf", "Co", "Mn", "Me", "Mc", "Zs", "Zl", "Zp")
    shown = [letter for letter in LETTERS if cleaned(letter)]
    assert [letter for letter in shown if unicodedata.category(letter) in hidden] == []
    assert not set("\u115f\u1160\u2800\u3164\uffa0\ufffc\U00013441\U0001d159") & set(shown)
    assert {"a", "ж", "ש", "ع", "क", "漢", "ก", "😀", "\U0001fae8", "½", "-", "´"} <= set(shown)


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "\u2800 \u3164",
        "\ufeff\xad",
        "\u0301\u0302",
        "\U000e0041" * 9,
        " \u2028\n",
        "\ufe0f",
    ],
)
def test_a_text_that_shows_nothing_is_none(text: str) -> None:
    assert cleaned(text) == folded(text) == ""


def test_plain_text_has_nothing_to_clean_in_it() -> None:
    letters = [letter for letter in LETTERS if _PLAIN.fullmatch(letter)]
    assert [letter for letter in letters if normalize("NFC", letter) != letter] == []
    assert {unicodedata.category(letter)[0] for letter in letters} <= set("LNPSZCM") - set("M")


def test_accents_are_stacked_no_higher_than_a_language_does() -> None:
    assert cleaned("Z" + "\u0300" * 500 + "oe") == "Z" + "\u0300" * MOST_MARKS + "oe"
    assert cleaned("Z" + "\u0300\u200d\ufe0f" * 500).count("\u0300") == MOST_MARKS
    assert cleaned("\u0301a \u0301b") == "a b"


def test_lines_end_in_one_way_and_there_is_one_kind_of_space() -> None:
    assert cleaned("one\r\ntwo\rthree\u2028four\x85five\u3000six\xa0seven\teight") == (
        "one\ntwo\nthree\nfour\nfive six seven eight"
    )
    assert cleaned_line(" one\n two\u3000  three ") == "one two three"


@pytest.mark.parametrize(
    "spellings",
    [
        ("Stress", "STRESS", " stress\u200b", "ｓｔｒｅｓｓ", "str\xadess"),
        ("café", "cafe\u0301", "CAFÉ"),
        ("mother's visit", "mother’s visit", "Mother＇s visit", "mother`s  visit"),
        ("post-work", "post‐work", "post–work", "post－work"),
        ("room 140", "room １４０", "room ١٤٠", "room १४०"),
        ("Straße", "STRASSE"),
    ],
)
def test_spellings_of_one_text_are_compared_alike(spellings: tuple[str, ...]) -> None:
    assert len({folded(text) for text in spellings}) == 1


def test_names_of_medicines_ignore_accents_and_other_texts_do_not() -> None:
    assert without_accents("Dihydroergotamíne ÉFFERALGAN") == "dihydroergotamine efferalgan"
    assert without_accents("Ибупрофён") == without_accents("ибупрофен")
    assert folded("café") != folded("cafe")
    assert without_accents("が") != without_accents("か")
    assert without_accents("कि") != without_accents("क")


def test_letters_of_another_width_are_plain() -> None:
    assert plain("ＡＮＮＡ＠example．org\u200e") == "ANNA@example.org"
    assert plain_digits("٣१６ a5") == "316 a5"


def test_a_million_of_the_worst_letters_do_not_keep_anybody_waiting() -> None:
    # Bringing a run of a million accents in order takes a quarter of an hour.
    worst = "e" + "\u0301\u0327" * 500_000
    assert [len(form(worst)) for form in (cleaned, folded, without_accents)] == [4, 4, 1]


def test_every_function_takes_half_a_letter() -> None:
    assert list(chain(cleaned("a\ud800"), folded("\0b"))) == ["a", "\ud800", "\0", "b"]


@pytest.mark.parametrize("word", ["שלום", "سلام", "Anna \u200f", "ܫܠܡܐ", "𞤀", "\ufb2a"])
def test_words_from_right_to_left_are_isolated_where_they_are_shown(word: str) -> None:
    assert isolated(f"{word} 50") == f"\u2068{word} 50\u2069"
    assert cleaned(isolated(word)) == cleaned(word)


@pytest.mark.parametrize("word", ["", "Anna", "Ἄννα 50 mg", "漢字", "हिन्दी"])
def test_other_words_turn_nothing_and_stay_as_they_are(word: str) -> None:
    assert isolated(word) == word


def test_what_is_shown_overrides_no_direction() -> None:
    assert isolated("Anna \u202eolleh") == "\u2068Anna olleh\u2069"
