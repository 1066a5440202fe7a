"""A drawing for paper: the same shapes, with the colours and the hatching in them."""

from markupsafe import Markup

COLOURS = {"mild": "#b9adcd", "moderate": "#7f69a3", "severe": "#3a2263", "clear": "#a3aaa6"}
"""Apart from each other in grey as well."""
INK, SOFT, LINE, ACCENT = "#1d1e21", "#4a4c50", "#d5d3ce", "#14544a"


def _style() -> str:
    rules = [
        f"text{{fill:{SOFT}}}",
        f".drawing__name{{fill:{INK};stroke:#ffffff;stroke-width:3;paint-order:stroke}}",
        f".drawing__grid{{stroke:{LINE};stroke-width:0.7}}",
        f".drawing__axis{{stroke:{SOFT};stroke-width:1}}",
        f".drawing__level{{stroke:{INK};stroke-width:1.2;stroke-dasharray:5 3}}",
        f".drawing__mark{{stroke:{ACCENT};stroke-width:1.6}}",
        f".drawing__change{{stroke:{INK};stroke-width:1.2;stroke-dasharray:1.5 2}}",
        ".drawing__bar{stroke:#ffffff;stroke-width:0.6}",
        f".drawing__bar--possible{{stroke:{COLOURS['moderate']};stroke-width:0.7}}",
        ".drawing__curve{stroke-width:2}",
    ]
    for name, colour in COLOURS.items():
        rules += [
            f".drawing__bar--{name},.drawing__point--{name}{{fill:{colour}}}",
            f".drawing__curve--{name}{{stroke:{colour}}}",
        ]
    return "".join(rules)


HEAD = (
    f"<style>{_style()}</style>"
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)">'
    f'<line x1="1" x2="1" y2="5" stroke="{COLOURS["moderate"]}" stroke-width="1.3"/>'
    "</pattern></defs>"
)


def on_paper(drawing: Markup, font: str) -> str:
    """The drawing as a file of its own, its words in the font of this name."""
    opening, _, rest = str(drawing).partition(">")
    space = f' xmlns="http://www.w3.org/2000/svg" font-family="{font}">'
    return opening + space + HEAD + rest
