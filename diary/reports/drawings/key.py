"""The key below a drawing: what each colour, each line and the hatching stand for."""

from collections.abc import Iterator

from markupsafe import escape

from diary.reports.charts import Chart, Series
from diary.reports.drawings.frame import WIDTH
from diary.reports.drawings.letters import GAP, LETTERS, LINE, lines_of, width_of
from diary.reports.drawings.shapes import curve, line, patch, point, round_to

SWATCH = 12


def shown(chart: Chart) -> list[Series]:
    """The series that have anything to show."""
    return [series for series in chart.series if any(series.values)]


def draw_key(chart: Chart, top: float) -> tuple[list[str], float]:
    """The entries, as many on a line as fit, and where they end."""
    entries = list(_entries(chart))
    widths = [SWATCH + GAP + width_of(name) + 2 * GAP for name, _ in entries]
    parts = []
    for number, entry_numbers in enumerate(lines_of(widths, WIDTH)):
        left, y = 0.0, top + number * LINE
        for entry in entry_numbers:
            name, swatch = entries[entry]
            x = left + SWATCH + GAP
            parts += [
                f'<g transform="translate({round_to(left)} {round_to(y)})">{swatch}</g>',
                f'<text x="{round_to(x)}" y="{round_to(y + LETTERS - 2)}">{escape(name)}</text>',
            ]
            left += widths[entry]
    return parts, top + len(lines_of(widths, WIDTH)) * LINE


def _entries(chart: Chart) -> Iterator[tuple[str, str]]:
    middle = SWATCH / 2
    for number, series in enumerate(shown(chart)):
        if chart.kind == "line":
            stroke = curve([(0, middle), (SWATCH, middle)], series)
            yield series.name, stroke + point(middle, middle, series, number)
        else:
            yield series.name, patch(0, 1, SWATCH, SWATCH - 1, series)
    if any(mark.is_session for mark in chart.marks):
        yield "Botox session", line("mark", middle, 0, middle, SWATCH)
    if not all(mark.is_session for mark in chart.marks):
        yield "Other change", line("change", middle, 0, middle, SWATCH)
