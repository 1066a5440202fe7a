"""The drawing shows what the chart says, and no word lies on another."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from diary.reports.charts import DASHES, Chart, Level, Mark, Series
from diary.reports.drawings.chart import draw
from diary.reports.drawings.frame import WIDTH
from diary.reports.drawings.letters import LETTERS, width_of

CAPITALS = 0.8 * LETTERS
"""Height of a letter without a foot, and a little air."""
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
MONTHS = ("Jan 26", *["Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])


def a_chart(*values: Sequence[float | None], kind: str = "bar", **more: Any) -> Chart:
    """A chart of one series for each list of values."""
    colours = ("severe", "moderate", "mild", "clear")
    series = [
        Series(name=colour, values=each, colour=colour, dash=dash)
        for each, colour, dash in zip(values, colours, DASHES, strict=False)
    ]
    given_ = {"title": "A", "sentence": "B.", "headers": [], "rows": [], "most": 30, "labels": []}
    labels = [str(number) for number in range(1, len(values[0]) + 1)] if values else []
    return Chart(**{**given_, "labels": labels, "series": series, "kind": kind, **more})


def shapes(drawing: Markup, name: str, kind: str = "") -> list[dict[str, str]]:
    """The attributes of every shape of a name and class."""
    found = ElementTree.fromstring(drawing).iter(name)
    return [one.attrib for one in found if kind in one.get("class", "")]


def boxes(drawing: Markup) -> list[tuple[str, float, float, float]]:
    """Every word of the drawing with its left edge, its right edge and its foot."""
    found = []
    for text in ElementTree.fromstring(drawing).iter("text"):
        words = text.text or ""
        left = float(text.attrib["x"]) - width_of(words) * ANCHORS[text.get("text-anchor", "start")]
        found.append((words, left, left + width_of(words), float(text.attrib["y"])))
    return found


def test_the_parts_of_a_bar_stand_on_each_other() -> None:
    low, high = shapes(draw(a_chart([10], [20]), 90), "rect", "drawing__bar--")[:2]
    assert (low["height"], high["height"]) == ("30", "60")
    assert float(high["y"]) + 60 == float(low["y"])


def test_what_could_still_be_is_hatched() -> None:
    hatched = Series(name="Could still be", values=[3], colour="moderate", hatched=True)
    [bar, swatch] = shapes(draw(a_chart(labels=["Apr"], series=[hatched])), "rect")
    assert bar["fill"] == swatch["fill"] == "url(#hatch)"


def test_nothing_is_drawn_of_a_value_that_is_not_known_or_naught() -> None:
    assert shapes(draw(a_chart([None, 0])), "rect") == []


def test_a_bar_beyond_the_axis_ends_with_the_axis() -> None:
    bar = shapes(draw(a_chart([45]), 90), "rect", "drawing__bar")[0]
    assert bar["height"] == "90"


def test_a_curve_breaks_where_a_value_is_not_known() -> None:
    drawing = draw(a_chart([1, 2, None, 3], kind="line"))
    stretches = [len(one["points"].split()) for one in shapes(drawing, "polyline")]
    assert stretches[:2] == [2, 1]


def test_curves_differ_in_more_than_colour() -> None:
    drawing = draw(a_chart([1, 2], [2, 3], [3, 4], [4, 5], kind="line"))
    assert len({one.get("stroke-dasharray") for one in shapes(drawing, "polyline")}) == 4
    assert shapes(drawing, "circle")
    assert len({one["d"].count("L") for one in shapes(drawing, "path")}) >= 2


def test_a_threshold_and_a_session_lie_where_their_values_are() -> None:
    chart = a_chart(
        [10, 20], levels=[Level(at=15, label="15")], marks=[Mark(at=0.5, label="2 May")]
    )
    drawing = draw(chart, 100)
    [level] = shapes(drawing, "line", "level")
    axis = float(shapes(drawing, "line", "axis")[0]["y1"])
    assert float(level["y1"]) == axis - 50
    [mark, _swatch] = shapes(drawing, "line", "mark")
    left, right = float(level["x1"]), float(level["x2"])
    assert float(mark["x1"]) == pytest.approx((left + right) / 2, abs=0.1)
    assert {"15", "2 May", "Botox session"} <= {words for words, *_ in boxes(drawing)}


def test_every_text_is_shown_as_it_is_written() -> None:
    hostile = "</text><script>&\"'#import"
    chart = a_chart([1], title=hostile, sentence=hostile, labels=[hostile])
    drawing = draw(chart)
    tree = ElementTree.fromstring(drawing)
    assert "<script" not in drawing
    assert [tree.findtext("title"), tree.findtext("desc")] == [hostile, hostile]


def test_the_drawing_is_read_out_by_title_and_sentence() -> None:
    tree = ElementTree.fromstring(draw(a_chart([1], title="Headache days", sentence="The diary …")))
    assert (tree.get("role"), tree.findtext("title")) == ("img", "Headache days")
    assert tree.findtext("desc") == "The diary …"


@pytest.mark.parametrize("months", [1, 12, 24])
def test_enough_months_are_named_to_find_the_others(months: int) -> None:
    labels = list(MONTHS * 2)[:months]
    words = {word for word, *_ in boxes(draw(a_chart([1.0] * months, labels=labels)))}
    assert len(words & {label.split()[0] for label in labels}) >= min(months, 5)


def test_the_years_are_named_where_not_every_month_can_be() -> None:
    labels = [*MONTHS[-3:], *MONTHS, *MONTHS[:9]]
    found = [word for word, *_ in boxes(draw(a_chart([1.0] * 24, labels=labels)))]
    assert found.count("26") == 2


@given(
    labels=st.lists(
        st.sampled_from((*MONTHS, "Before", "beyond week 12", "9–12")), min_size=1, max_size=40
    ),
    marks=st.lists(st.floats(-0.5, 23), max_size=30),
    levels=st.lists(st.integers(0, 30), max_size=2, unique=True),
    named=st.sampled_from(["15", "before, at least"]),
    most=st.sampled_from([7, 20, 28, 30, 31, 250]),
)
def test_no_word_lies_on_another_nor_beyond_the_edge(
    labels: list[str], marks: list[float], levels: list[int], named: str, most: int
) -> None:
    chart = a_chart(
        [1.0] * len(labels),
        labels=labels,
        most=most,
        marks=[Mark(at=at, label="12 May") for at in sorted(marks) if at < len(labels)],
        levels=[Level(at=at, label=named) for at in levels if most > 7 and at < most][:1],
    )
    found = boxes(draw(chart))
    assert all(left >= -0.1 and right <= WIDTH + 0.1 for _, left, right, _ in found)
    for one, other in combinations(found, 2):
        is_beside = one[2] <= other[1] + 0.2 or other[2] <= one[1] + 0.2
        is_above = abs(one[3] - other[3]) > CAPITALS
        assert is_beside or is_above, (one, other)


def test_the_bounds_of_before_have_their_names_above_and_below() -> None:
    levels = [Level(at=4.5, label="before, at least"), Level(at=4.8, label="before, at most")]
    found = boxes(draw(a_chart([3, 4], kind="line", most=7, levels=levels)))
    feet = {words: foot for words, _, _, foot in found if words.startswith("before")}
    assert feet["before, at least"] - feet["before, at most"] >= LETTERS


def test_the_same_chart_is_drawn_alike() -> None:
    assert draw(a_chart([1, 2, 3])) == draw(a_chart([1, 2, 3]))


def test_a_chart_of_nothing_is_still_a_drawing() -> None:
    assert shapes(draw(a_chart(most=0)), "rect") == []
