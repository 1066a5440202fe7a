"""A chart as an SVG drawing, readable from 320 px up, that needs neither script nor network."""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

from diary.reports.charts import Chart, Series
from diary.reports.drawings.frame import MOST_MARK_ROWS, WIDTH, Frame
from diary.reports.drawings.key import draw_key, shown
from diary.reports.drawings.letters import GAP, LETTERS, LINE, width_of
from diary.reports.drawings.shapes import curve, line, patch, point, round_to

PLOT = 150
"""Height between axis and top, in units; the drawing is 360 units wide."""
BAR = 0.76
"""Share of its slot that a bar fills."""


def draw(chart: Chart, plot: float = PLOT) -> Markup:
    """The chart as inline SVG; its title and sentence are read out in its place.

    Colours come from the style sheet, the hatching from the page's pattern `hatch`.
    """
    frame = Frame(chart=chart, plot=plot)
    series = _curves(frame) if chart.kind == "line" else _bars(frame)
    key, height = draw_key(chart, frame.foot)
    parts = (
        *_grid(frame),
        *series,
        _axis(frame),
        *_levels(frame),
        *_marks(frame),
        *_labels(frame),
        *key,
    )
    return Markup(  # noqa: S704
        f'<svg class="drawing" role="img" viewBox="0 0 {WIDTH} {round_to(height)}" '
        f'font-size="{LETTERS}"><title>{escape(chart.title)}</title>'
        f"<desc>{escape(chart.sentence)}</desc>{''.join(parts)}</svg>"
    )


def _grid(frame: Frame) -> Iterator[str]:
    for tick in frame.ticks:
        y = frame.y_of(tick)
        yield line("grid", frame.left, y, frame.right, y)
        yield _words(frame.left - GAP, y + LETTERS / 3, f"{tick:g}", "end")


def _axis(frame: Frame) -> str:
    """The foot of the plot, over the bars that stand on it."""
    return line("axis", frame.left, frame.bottom, frame.right, frame.bottom)


def _bars(frame: Frame) -> Iterator[str]:
    width = frame.slot * BAR
    for number in range(len(frame.chart.labels)):
        height = 0.0
        for series in frame.chart.series:
            value = series.values[number] or 0
            top, foot = frame.y_of(height + value), frame.y_of(height)
            if top < foot:
                yield patch(frame.x_of(number) - width / 2, top, width, foot - top, series)
            height += value


def _curves(frame: Frame) -> Iterator[str]:
    for number, series in enumerate(shown(frame.chart)):
        for stretch in _stretches(frame, series):
            yield curve(stretch, series)
            yield from (point(x, y, series, number) for x, y in stretch)


def _stretches(frame: Frame, series: Series) -> Iterator[list[tuple[float, float]]]:
    """The points of a series, begun anew wherever a value is not known."""
    by_known = groupby(enumerate(series.values), key=lambda numbered: numbered[1] is not None)
    for is_known, values in by_known:
        if is_known:
            yield [(frame.x_of(n), frame.y_of(value)) for n, value in values if value is not None]


def _levels(frame: Frame) -> Iterator[str]:
    """Each line with its name: beside the plot when short, else on the line, or under it."""
    taken = -float(LINE)
    for level in sorted(frame.chart.levels, key=lambda level: -level.at):
        y = frame.y_of(level.at)
        yield line("level", frame.left, y, frame.right, y)
        if frame.right + width_of(level.label) <= WIDTH:
            yield _words(WIDTH, y + LETTERS / 3, level.label, "end", "drawing__name")
            continue
        above = y - GAP
        words_at = above if above - LETTERS >= max(taken, frame.top - GAP) else y + LETTERS
        taken = max(words_at, y)
        yield _words(frame.right - GAP, words_at, level.label, "end", "drawing__name")


def _marks(frame: Frame) -> Iterator[str]:
    """The lines first, so that none is drawn over a name."""
    places = [frame.top - GAP - row * LINE for _, row in frame.mark_places]
    named = [row < MOST_MARK_ROWS for _, row in frame.mark_places]
    for mark, words_at, is_named in zip(frame.chart.marks, places, named, strict=True):
        x = frame.x_of(mark.at)
        kind = "mark" if mark.is_session else "change"
        yield line(kind, x, words_at + 2 if is_named else frame.top, x, frame.bottom)
    for mark, (middle, _), y, is_named in zip(
        frame.chart.marks, frame.mark_places, places, named, strict=True
    ):
        if is_named:
            yield _words(middle, y, mark.label, "middle", "drawing__name")


def _labels(frame: Frame) -> Iterator[str]:
    for number, lines in enumerate(frame.label_lines):
        for row, words in enumerate(lines):
            x = frame.middle_of_label(number)
            yield _words(x, frame.bottom + LETTERS + 2 + row * LINE, words, "middle")


def _words(x: float, y: float, words: str, anchor: str, kind: str = "drawing__text") -> str:
    return (
        f'<text class="{kind}" x="{round_to(x)}" y="{round_to(y)}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )
