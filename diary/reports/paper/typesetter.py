"""Sets a report in type, in a process of its own: `typesetter.py TEMPLATE FONTS… < JSON > PDF`.

Once the template and the fonts are read, the process can open nothing more, neither a file nor a
connection; it has one core that others may take, and bounds on time and memory.
"""

import json
import os
import re
import resource
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any
from unicodedata import category

import typst

MOST_SECONDS = 10
MOST_BYTES = 2**30
POLITE = 5
STANDARD_DESCRIPTORS = 3
"""Input, output and errors are open already; a further one would be beyond the limit."""
FIRST_FAMILIES = ("Libertinus Serif", "Noto Emoji", "Noto Sans CJK SC")
"""These go before others that have some of their letters too."""
UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Kinds of letters that need no font."""
# Each by itself, and twice: bold ones may lie in a file of their own.
ALL_LETTERS = b"""
#set document(title: "letters")
#set text(font: json(bytes(sys.inputs.families)))
#for letter in sys.inputs.letters.codepoints() [#box(letter) #box(strong(letter)) ]
"""
_WITHOUT_A_FONT = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class Fonts:
    """The typesetter's own fonts, those of some folders and perhaps of the machine."""

    def __init__(self, folders: Iterable[str] = (), *, machine: bool = False) -> None:
        find = partial(typst.Fonts, include_system_fonts=machine, font_paths=list(folders))
        self._found = find()
        others = find(include_embedded_fonts=False).families()
        self.families = list(dict.fromkeys((*FIRST_FAMILIES, *others)))

    def compile(self, template: bytes, standards: "typst.PDFStandards", **told: str) -> bytes:
        """The PDF of a template and what it is told."""
        return typst.compile(
            template,
            font_paths=self._found,
            ignore_system_fonts=True,
            pdf_standards=standards,
            sys_inputs={"families": json.dumps(self.families), **told},
        )

    def lacking(self, letters: str) -> frozenset[str]:
        """The letters that no font has.

        The files with all others are read now, and need not be opened later.
        """
        try:
            self.compile(ALL_LETTERS, ["ua-1"], letters=letters)
        except typst.TypstError as error:
            found = _without_a_font(error.diagnostic)
            if not found:
                raise
            return found
        return frozenset()


def main() -> None:
    """Read the report from the input, write the PDF to the output."""
    template = Path(sys.argv[1]).read_bytes()
    report = sys.stdin.read()
    os.nice(POLITE)
    fonts, lacking = fonts_for(report, sys.argv[2:])
    shut_in()
    sys.stdout.buffer.write(set_in_type(template, without(lacking, report), fonts))


def fonts_for(report: str, folders: list[str]) -> tuple[Fonts, frozenset[str]]:
    """The first fonts that have all letters of the report, and the letters that none has.

    Most reports need the typesetter's own alone; each further folder takes longer to read.
    """
    letters = "".join(sorted(letter for letter in set(report) if category(letter) not in UNSEEN))
    for number in range(len(folders) + 1):
        fonts = Fonts(folders[:number])
        if not fonts.lacking(letters):
            return fonts, frozenset()
    fonts = Fonts(folders, machine=True)
    return fonts, fonts.lacking(letters)


def shut_in() -> None:
    """Take away what setting type does not need."""
    bounds = {
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_AS: MOST_BYTES,
        resource.RLIMIT_NOFILE: STANDARD_DESCRIPTORS,
        resource.RLIMIT_FSIZE: 0,
    }
    for bound, most in bounds.items():
        # macOS knows no bound on the memory of a process.
        with suppress(ValueError, OSError):
            resource.setrlimit(bound, (most, most))


def without(lacking: frozenset[str], report: str) -> str:
    """The report without these letters; each text that had some says so at its end."""
    return json.dumps(_told(json.loads(report), lacking)) if lacking else report


def set_in_type(template: bytes, report: str, fonts: Fonts) -> bytes:
    """The PDF, made for screen readers (PDF/UA-1).

    That standard asks for a letter of the font for every sign. Letters that cannot be joined as
    they should are set with empty boxes in a PDF that does not claim the standard.
    """
    try:
        return fonts.compile(template, ["ua-1"], report=report)
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return fonts.compile(template, [], report=report)


def _without_a_font(diagnostic: str) -> frozenset[str]:
    """The letters that the typesetter names in what it says of a text."""
    named = "".join(_WITHOUT_A_FONT.findall(diagnostic))
    return frozenset(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), named))


def _told(value: Any, lacking: frozenset[str]) -> Any:
    if isinstance(value, dict):
        return {name: _told(one, lacking) for name, one in value.items()}
    if isinstance(value, list):
        return [_told(one, lacking) for one in value]
    return _text(value, lacking) if isinstance(value, str) else value


def _text(text: str, lacking: frozenset[str]) -> str:
    kept = "".join(letter for letter in text if letter not in lacking)
    number = len(text) - len(kept)
    if not number:
        return text
    words = "1 letter is" if number == 1 else f"{number} letters are"
    return f"{kept.strip()} ({words} left out: no font here has them)".strip()


if __name__ == "__main__":
    main()
