"""On paper a drawing carries its own colours and asks for nothing else."""

import re
from xml.etree import ElementTree

from diary.reports.charts import Chart, Level, Mark, Series
from diary.reports.drawings.chart import draw
from diary.reports.drawings.on_paper import on_paper


def a_drawing(kind: str) -> str:
    """Every part that a drawing can have, on paper."""
    series = [
        Series(name=name, values=[3, 4], colour=name, hatched=hatched)
        for name, hatched in (
            ("severe", False),
            ("moderate", False),
            ("mild", False),
            ("clear", False),
            ("moderate", True),
        )
    ]
    chart = Chart(
        title="A",
        sentence="B.",
        labels=["Apr", "May"],
        series=series,
        headers=[],
        rows=[],
        most=30,
        kind=kind,
        levels=[Level(at=15, label="15")],
        marks=[Mark(at=0.5, label="2 May")],
    )
    return on_paper(draw(chart), "Libertinus Serif")


def test_it_is_a_file_of_its_own_in_the_font_asked_for() -> None:
    tree = ElementTree.fromstring(a_drawing("bar"))
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert tree.get("font-family") == "Libertinus Serif"


def test_every_shape_has_a_colour_and_the_hatching_is_there() -> None:
    for kind in ("bar", "line"):
        drawing = a_drawing(kind)
        style = drawing[drawing.index("<style>") : drawing.index("</style>")]
        used = set(re.findall(r'class="([^"]+)"', drawing))
        assert used
        for classes in used:
            assert any(f".{name}" in style for name in classes.split()) or "text" in classes
        assert 'id="hatch"' in drawing


def test_it_leads_nowhere() -> None:
    drawing = a_drawing("bar").replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"https?:|href|url\((?!#hatch)|@import", drawing) == []
