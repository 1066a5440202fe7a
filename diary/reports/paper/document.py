"""The report as one JSON text for the typesetter; charts as the drawings that pages show."""

import json
from dataclasses import asdict, replace
from typing import Any

from diary.clinical.text import isolated
from diary.reports.charts import Chart
from diary.reports.drawings.chart import draw
from diary.reports.drawings.on_paper import on_paper
from diary.reports.paper.asked import Paper
from diary.reports.paper.sheet import Sheet

FONT = "Libertinus Serif"
PLOT = 105
"""Height of a chart between axis and top: four of them fit half a sheet."""


def document(sheet: Sheet, paper: Paper) -> bytes:
    """Everything that the template reads."""
    drawings = [_drawing(chart) for chart in sheet.charts]
    plain: Any = _isolated(asdict(replace(sheet, charts=[])))
    told = json.dumps(plain | {"charts": drawings, "paper": paper}, ensure_ascii=False)
    return told.encode(errors="replace")


def _isolated(value: Any) -> Any:
    """Every text of a value, so that it turns nothing of ours around."""
    if isinstance(value, dict):
        return {name: _isolated(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_isolated(one) for one in value]
    return isolated(value) if isinstance(value, str) else value


def _drawing(chart: Chart) -> dict[str, str]:
    picture = on_paper(draw(chart, PLOT), FONT)
    return {"title": chart.title, "sentence": chart.sentence, "picture": picture}
