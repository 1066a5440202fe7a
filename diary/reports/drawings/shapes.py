"""The shapes of a drawing. Their classes carry the colours, on a page and on paper."""

from collections.abc import Sequence

from diary.reports.charts import Series

POINT = 3.5
POINTS = 4
"""How many kinds of points there are: one for each curve of a chart."""


def round_to(value: float) -> str:
    """A coordinate to one decimal, without needless ones."""
    return f"{value:.1f}".removesuffix(".0")


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line; `kind` is grid, axis, level, mark or change."""
    ends = zip(("x1", "y1", "x2", "y2"), (x1, y1, x2, y2), strict=True)
    places = " ".join(f'{name}="{round_to(value)}"' for name, value in ends)
    return f'<line class="drawing__{kind}" {places}/>'


def patch(x: float, y: float, width: float, height: float, series: Series) -> str:
    """A part of a bar: solid in the colour of its series, or hatched."""
    fill = ' fill="url(#hatch)"' if series.hatched else ""
    kind = "possible" if series.hatched else series.colour
    return (
        f'<rect class="drawing__bar drawing__bar--{kind}"{fill} x="{round_to(x)}" y="{round_to(y)}" '
        f'width="{round_to(width)}" height="{round_to(height)}"/>'
    )


def curve(points: Sequence[tuple[float, float]], series: Series) -> str:
    """Points joined by straight lines."""
    places = " ".join(f"{round_to(x)},{round_to(y)}" for x, y in points)
    dashed = f' stroke-dasharray="{series.dash}"' if series.dash else ""
    return (
        f'<polyline class="drawing__curve drawing__curve--{series.colour}" fill="none"'
        f'{dashed} points="{places}"/>'
    )


def point(x: float, y: float, series: Series, number: int) -> str:
    """One value of a curve: a disc, a square, a diamond or a ring by the number of the series."""
    kind = f'class="drawing__point drawing__point--{series.colour}"'
    if number % POINTS == 0:
        return f'<circle {kind} cx="{round_to(x)}" cy="{round_to(y)}" r="{round_to(POINT)}"/>'
    sides = number % POINTS + 2
    return f'<path {kind} d="{_polygon(x, y, sides)}"/>'


def _polygon(x: float, y: float, sides: int) -> str:
    shapes = {
        3: ((0, -1), (1, 1), (-1, 1)),
        4: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        5: ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    }
    corners = (f"{round_to(x + dx * POINT)} {round_to(y + dy * POINT)}" for dx, dy in shapes[sides])
    return f"M{'L'.join(corners)}z"
