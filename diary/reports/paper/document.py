"""The report as one JSON text for the typesetter; charts as the drawings that pages show."""

import json
from dataclasses import asdict, replace

from diary.reports.charts import Chart
from diary.reports.drawings.chart import draw
from diary.reports.drawings.on_paper import on_paper
from diary.reports.paper.asked import Paper
from diary.reports.paper.sheet import Sheet

FONT = "Libertinus Serif"
UNPRINTED = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of whatever follows, our own words included."""
PLOT = 105
"""Height of a chart between axis and top: four of them fit half a sheet."""


def document(sheet: Sheet, paper: Paper) -> bytes:
    """Everything that the template reads."""
    drawings = [_drawing(chart) for chart in sheet.charts]
    plain = asdict(replace(sheet, charts=[]))
    told = json.dumps(
        plain | {"charts": drawings, "paper": paper, "font": FONT}, ensure_ascii=False
    )
    return told.translate(UNPRINTED).encode(errors="replace")


def _drawing(chart: Chart) -> dict[str, str]:
    picture = on_paper(draw(chart, PLOT), FONT)
    return {"title": chart.title, "sentence": chart.sentence, "picture": picture}
