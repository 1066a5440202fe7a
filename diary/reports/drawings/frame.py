"""The frame of a chart: how large each part is, and where a value lies."""

from dataclasses import dataclass
from functools import cached_property

from diary.reports.charts import Chart
from diary.reports.drawings.letters import (
    GAP,
    LETTERS,
    LINE,
    in_two_lines,
    rows_of,
    width_of,
    within,
)

WIDTH = 360
"""Units across a drawing: at 320 px the letters are still 10 px high."""
MOST_MARK_ROWS = 3
MOST_STEPS = 4.5
WIDEST_BESIDE = 24
WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A chart laid out; `plot` is the height of the part between axis and top, in units."""

    chart: Chart
    plot: float

    @cached_property
    def ticks(self) -> list[float]:
        """The values that the vertical axis names, at most five."""
        most = self.chart.most
        sevens = [WEEK] if most % WEEK == 0 and most > WEEK else []
        steps = [*sevens, *(n * 10**power for power in range(5) for n in (1, 2, 5))]
        step = next((one for one in steps if most / one <= MOST_STEPS), most)
        return [step * n for n in range(int(most // step) + 1)] if most else [0]

    @cached_property
    def left(self) -> float:
        """Where the plot begins, right of the numbers of the axis."""
        return max(width_of(f"{tick:g}") for tick in self.ticks) + GAP

    @cached_property
    def right(self) -> float:
        """Where the plot ends; short names of levels stand to the right of it."""
        names = [width_of(level.label) for level in self.chart.levels]
        beside = max((name for name in names if name <= WIDEST_BESIDE), default=0)
        return WIDTH - (beside + GAP if beside else 1)

    @cached_property
    def mark_places(self) -> list[tuple[float, int]]:
        """Middle and row of the name of each mark, row 0 next to the plot."""
        widths = [width_of(mark.label) for mark in self.chart.marks]
        middles = [
            within(self.x_of(mark.at), width, self.left, self.right)
            for mark, width in zip(self.chart.marks, widths, strict=True)
        ]
        return list(zip(middles, rows_of(middles, widths), strict=True))

    @property
    def mark_rows(self) -> int:
        """Rows of names above the plot; what would need more stays without a name."""
        rows = [row + 1 for _, row in self.mark_places]
        return min(max(rows, default=0), MOST_MARK_ROWS)

    @property
    def top(self) -> float:
        """Where the plot begins, below the names of the marks."""
        return self.mark_rows * LINE + LETTERS / 2

    @property
    def bottom(self) -> float:
        """Where the horizontal axis lies."""
        return self.top + self.plot

    @cached_property
    def label_lines(self) -> list[list[str]]:
        """Each label in one line or two; those that would touch another have none.

        Two lines go first: they name the year, or what is unlike the others.
        """
        lines = [in_two_lines(label) for label in self.chart.labels]
        taken: list[tuple[float, float]] = []
        kept: list[list[str]] = [[] for _ in lines]
        for number in sorted(range(len(lines)), key=lambda number: -len(lines[number])):
            width = max(map(width_of, lines[number]))
            middle = within(self.x_of(number), width, 0, WIDTH)
            begin, end = middle - width / 2, middle + width / 2
            if all(end + GAP / 2 <= left or right + GAP / 2 <= begin for left, right in taken):
                kept[number] = lines[number]
                taken.append((begin, end))
        return kept

    def middle_of_label(self, number: int) -> float:
        """Where the middle of a label's words lies."""
        width = max(map(width_of, self.label_lines[number]), default=0)
        return within(self.x_of(number), width, 0, WIDTH)

    @property
    def label_rows(self) -> int:
        """Lines of labels below the axis."""
        return max(map(len, self.label_lines), default=0)

    @property
    def foot(self) -> float:
        """Where the labels end."""
        return self.bottom + self.label_rows * LINE + GAP

    @property
    def slot(self) -> float:
        """The width that one label has."""
        return (self.right - self.left) / max(len(self.chart.labels), 1)

    def x_of(self, at: float) -> float:
        """Where a place counted in labels lies; 0 is the middle of the first."""
        return self.left + (at + 0.5) * self.slot

    def y_of(self, value: float) -> float:
        """Where a value lies; what is beyond the axis lies at its end."""
        most = self.chart.most or 1
        return self.bottom - self.plot * max(0.0, min(value, most)) / most
