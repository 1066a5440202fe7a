"""The text of a file, or what the file is instead."""

SAVE_AS_UTF8 = 'Save it again as "CSV UTF-8".'
NOT_CSV = (
    (b"\xff\xfe", "This file is UTF-16 text."),
    (b"\xfe\xff", "This file is UTF-16 text."),
    (b"PK\x03\x04", "This is a spreadsheet or a zip file, not CSV text."),
    (b"\xd0\xcf\x11\xe0", "This is a spreadsheet of an older kind, not CSV text."),
    (b"%PDF-", "This is a PDF, not CSV text."),
)
UTF_16_WITHOUT_MARK = ((False, True, False, True), (True, False, True, False))
"""Which of the first four bytes are NUL."""
BYTE_ORDER_MARK = "\ufeff"


class FileRefusedError(ValueError):
    """A file that cannot be read at all; the message says what to do."""


def text_of(data: bytes) -> str:
    """The letters of the file, without a byte-order mark; raises FileRefusedError."""
    for beginning, problem in NOT_CSV:
        if data.startswith(beginning):
            raise FileRefusedError(f"{problem} {SAVE_AS_UTF8}")
    if tuple(byte == 0 for byte in data[:4]) in UTF_16_WITHOUT_MARK:
        raise FileRefusedError(f"This file is UTF-16 text. {SAVE_AS_UTF8}")
    _refuse_nul(data)
    try:
        return data.decode().lstrip(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = _line_of(data, error.start)
        raise FileRefusedError(f"Line {line} is not UTF-8 text. {SAVE_AS_UTF8}") from None


def _refuse_nul(data: bytes) -> None:
    place = data.find(b"\0")
    if place >= 0:
        problem = f"Line {_line_of(data, place)} has a NUL byte: this is not plain text."
        raise FileRefusedError(f"{problem} {SAVE_AS_UTF8}")


def _line_of(data: bytes, place: int) -> int:
    before = data[:place]
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")
