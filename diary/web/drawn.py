"""Small components that a page shows many times, drawn once for each value.

A macro that shows nothing but a frozen value always draws it alike, whoever looks at the page.
"""

from collections.abc import Hashable
from functools import lru_cache

from flask import Flask, get_template_attribute
from markupsafe import Markup

KEPT = 8192


@lru_cache(maxsize=KEPT)
def drawn(component: str, value: Hashable) -> Markup:
    """Return what the macro in `components/<component>.html` draws of a value.

    Every part of the value that is shown must take part in its comparison.
    """
    macro = get_template_attribute(f"components/{component}.html", component)
    return Markup(macro(value))  # noqa: S704


def init_drawn(app: Flask) -> None:
    """Give the templates `drawn(component, value)`; in debug mode nothing is kept."""
    app.add_template_global(drawn.__wrapped__ if app.debug else drawn, "drawn")
