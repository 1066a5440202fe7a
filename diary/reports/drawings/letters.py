"""Where the words of a drawing go, so that none lies on another."""

from collections.abc import Sequence

LETTERS = 12
"""Height of a letter, in units of the drawing."""
LINE = 14
WIDTH_OF_A_LETTER = 0.57
"""Mean width of a letter by its height; wide enough for the fonts of every phone."""
GAP = 4


def width_of(words: str) -> float:
    """About how wide the words are drawn."""
    return len(words) * LETTERS * WIDTH_OF_A_LETTER


def in_two_lines(words: str) -> list[str]:
    """The words on one line, or broken at the space that makes two lines of like length."""
    spaces = [place for place, letter in enumerate(words) if letter == " "]
    if not spaces:
        return [words]
    middle = min(spaces, key=lambda place: abs(place - len(words) / 2))
    return [words[:middle], words[middle + 1 :]]


def within(middle: float, width: float, left: float, right: float) -> float:
    """The middle moved as little as needed for the words to stay between `left` and `right`."""
    return max(left + width / 2, min(middle, right - width / 2))


def rows_of(middles: Sequence[float], widths: Sequence[float]) -> list[int]:
    """The row of each label, the first in which it touches no label before it; 0 comes first."""
    ends: list[float] = []
    rows = []
    for middle, width in zip(middles, widths, strict=True):
        begin = middle - width / 2
        row = next((row for row, end in enumerate(ends) if end + GAP <= begin), len(ends))
        ends[row:] = [middle + width / 2, *ends[row + 1 :]]
        rows.append(row)
    return rows


def lines_of(widths: Sequence[float], right: float) -> list[list[int]]:
    """The numbers of the entries, as many on a line as fit up to `right`."""
    lines: list[list[int]] = [[]]
    end = 0.0
    for number, width in enumerate(widths):
        if lines[-1] and end + width > right:
            lines.append([])
            end = 0.0
        lines[-1].append(number)
        end += width
    return lines
