"""QR codes, drawn into the page."""

import segno
from markupsafe import Markup


def qr_code(text: str) -> Markup:
    """The text as an SVG element, dark on white in both themes, so that every camera reads it."""
    code = segno.make(text, error="m", micro=False)
    svg = code.svg_inline(dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None)
    return Markup(svg)  # noqa: S704
