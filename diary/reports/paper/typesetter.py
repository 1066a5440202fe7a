"""Sets a report in type, in a process of its own: `typesetter.py TEMPLATE < JSON > PDF`.

Once the template is read, the process can open nothing more, neither a file nor a connection; it
has one core that others may take, and bounds on time and memory.
"""

import os
import resource
import sys
from contextlib import suppress
from pathlib import Path

import typst

MOST_SECONDS = 10
MOST_BYTES = 2**30
POLITE = 5
STANDARD_DESCRIPTORS = 3
"""Input, output and errors are open already; a further one would be beyond the limit."""


def main() -> None:
    """Read the report from the input, write the PDF to the output."""
    template = Path(sys.argv[1]).read_bytes()
    report = sys.stdin.read()
    os.nice(POLITE)
    shut_in()
    sys.stdout.buffer.write(set_in_type(template, report))


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


def set_in_type(template: bytes, report: str) -> bytes:
    """The PDF, made for screen readers (PDF/UA-1).

    That standard asks for a letter of the font for every sign. A name with others, an emoji say, is
    set with empty boxes in a PDF that has the same structure and does not claim the standard.
    """
    try:
        return compile_pdf(template, report, ["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return compile_pdf(template, report, [])


def compile_pdf(template: bytes, report: str, standards: "typst.PDFStandards") -> bytes:
    """The PDF with the fonts that come with the typesetter, never those of the machine."""
    return typst.compile(
        template,
        font_paths=typst.Fonts(include_system_fonts=False),
        ignore_system_fonts=True,
        pdf_standards=standards,
        sys_inputs={"report": report},
    )


if __name__ == "__main__":
    main()
