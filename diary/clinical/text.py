"""One spelling of what people type: as it is kept, as it is compared, and whether it shows at all.

Every function takes time in proportion to the length of the text, whatever is in it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

MOST_MARKS = 4
"""Accents on one letter; no language needs more, and taller stacks run into the lines around."""

# Most text: nothing in it is typed in two ways, hidden or stacked, so it needs no further look.
_PLAIN = re.compile(
    "[\n\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0373\u0388-\u0482\u048a-\u052f"
    "\u05d0-\u05ea\u0621-\u064a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u3001-\u3029"
    "\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3]*"
)
_ENDS_A_LINE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[\t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Says nothing, or turns the text around it: hidden breaks and joins of words, signs of editors,
# overrides of the direction, tags. Tags are kept where they make the flag of a country.
_SAYS_NOTHING = re.compile(
    "(\U0001f3f4[\U000e0030-\U000e007a]{1,6}\U000e007f)"
    "|[\x01-\x08\x0e-\x1b\x7f-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
# Not seen by itself, although letters, emoji and mixed directions need it: joiners, marks of
# direction, variation selectors, fillers, tags of a flag.
_UNSEEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u2800\u3164"
    "\ufe00-\ufe0f\uffa0\U00013441-\U00013446\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
_TURNS = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OVERRIDES = re.compile("[\u202a-\u202e]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_ALIKE = str.maketrans(
    dict.fromkeys("`\xb4\u02b9\u02bb\u02bc\u2018\u2019\u201a\u201b\u2032\ua78c", "'")
    | dict.fromkeys("\xab\xbb\u201c\u201d\u201e\u201f\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-")
)


def cleaned(text: str) -> str:
    """The text as it is kept: accents in one writing, one kind of space and of line end.

    What says nothing or turns the direction of the text around it is left out, and so are accents
    beyond MOST_MARKS on a letter. A text that shows nothing is "".
    """
    if _PLAIN.fullmatch(text):
        return text.strip()
    text = _SPACE.sub(" ", _ENDS_A_LINE.sub("\n", text))
    text = "".join(_with_few_marks(_SAYS_NOTHING.sub(r"\1", text)))
    return unicodedata.normalize("NFC", text).strip() if _is_seen(text) else ""


def cleaned_line(text: str) -> str:
    """The same on one line, with single spaces."""
    return " ".join(cleaned(text).split())


def clean(value: object, *, lines: Iterable[str] = (), texts: Iterable[str] = ()) -> None:
    """Clean these texts of a frozen value, each on one line or with line ends; None for nothing."""
    for names, form in ((lines, cleaned_line), (texts, cleaned)):
        for name in names:
            object.__setattr__(value, name, form(getattr(value, name) or "") or None)


def plain(text: str) -> str:
    """One line of text in letters of the usual width, with nothing unseen in it."""
    text = cleaned_line(text)
    return text if text.isascii() else unicodedata.normalize("NFKC", _UNSEEN.sub("", text))


def folded(text: str) -> str:
    """The text as it is compared: any case, width, digits, form of apostrophe, quote and dash."""
    text = plain_digits(plain(text.translate(_ALIKE))).translate(_ALIKE).casefold()
    return " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())


def without_accents(text: str) -> str:
    """The same with accents ignored, as names of medicines are compared."""
    text = folded(text)
    if text.isascii():
        return text
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare)


def plain_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


def isolated(text: str) -> str:
    """The text so that letters from right to left turn nothing around it; to be shown, not kept."""
    return f"\u2068{_OVERRIDES.sub('', text)}\u2069" if _TURNS.search(text) else text


def _with_few_marks(text: str) -> Iterator[str]:
    """Every letter, and the marks that it can bear; none where there is no letter to bear them."""
    marks = MOST_MARKS
    for letter in text:
        if not _UNSEEN.match(letter):
            is_mark = unicodedata.category(letter)[0] == "M"
            marks = marks + 1 if is_mark else MOST_MARKS if letter.isspace() else 0
        if marks <= MOST_MARKS:
            yield letter


def _is_seen(text: str) -> bool:
    """Whether anything of it shows; a sign that is newer than our tables does."""
    kinds = (unicodedata.category(letter) for letter in _UNSEEN.sub("", text))
    return any(kind[0] in "LNPS" or kind == "Cn" for kind in kinds)
