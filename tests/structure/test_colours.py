"""The colours can be told apart by people who see less, in light and in dark (WCAG 2.2)."""

import re
from itertools import pairwise

import pytest

from tests.structure.project import ROOT

COLOUR = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
TOKENS = {
    name: {"light": light, "dark": dark}
    for name, light, dark in COLOUR.findall((ROOT / "static/css/tokens.css").read_text())
}
GROUNDS = ("ground", "surface")
BODY, SMALL, DRAWN = 7.0, 4.5, 3.0
LEAST = {
    "ink": BODY,
    "ink-soft": BODY,
    "accent": BODY,
    "wrong": BODY,
    "line-strong": DRAWN,
    "mild": DRAWN,
    "moderate": DRAWN,
    "severe": DRAWN,
    "clear": DRAWN,
    "unrecorded": DRAWN,
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", LEAST)
def test_text_and_marks_stand_out_from_every_ground(name: str, theme: str) -> None:
    ratios = [contrast(TOKENS[name][theme], TOKENS[ground][theme]) for ground in GROUNDS]
    assert min(ratios) >= LEAST[name]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [("on-accent", "accent"), ("wrong", "wrong-soft"), ("ink", "wrong-soft"), ("ink", "raised")],
)
def test_text_on_a_coloured_ground_can_be_read(text: str, ground: str, theme: str) -> None:
    assert contrast(TOKENS[text][theme], TOKENS[ground][theme]) >= SMALL


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_worse_the_headache_the_further_from_the_ground(theme: str) -> None:
    marks = [TOKENS[severity][theme] for severity in ("mild", "moderate", "severe")]
    shades = [contrast(mark, TOKENS["surface"][theme]) for mark in marks]
    assert shades == sorted(shades)
    assert all(worse / milder >= 1.5 for milder, worse in pairwise(shades))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour such as #1a2b3c, from 0 to 1."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    """One part of an sRGB colour as light."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
