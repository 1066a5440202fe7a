"""Small components that a page shows many times, drawn once for each value.

A macro that shows nothing but a frozen value always draws it alike, whoever looks at the page.
"""

from collections.abc import Hashable
from functools import lru_cache

from flask import Flask, current_app, get_template_attribute
from markupsafe import Markup

KEPT = 8192


def drawn(component: str, value: Hashable) -> Markup:
    """Return what the macro in `components/<component>.html` draws of a value.

    Every part of the value that is shown must take part in its comparison.
    """
    return _draw(component, value) if current_app.debug else _kept(component, value)


def _draw(component: str, value: Hashable) -> Markup:
    macro = get_template_attribute(f"components/{component}.html", component)
    return Markup(macro(value))  # noqa: S704


_kept = lru_cache(maxsize=KEPT)(_draw)


def init_drawn(app: Flask) -> None:
    """Give the templates `drawn(component, value)`."""
    app.add_template_global(drawn)
