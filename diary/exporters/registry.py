"""Finds the formats by their place in formats/."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from diary.exporters import formats
from diary.exporters.format import Format


@cache
def all_formats() -> dict[str, Format]:
    """Every format by its name, in the order of their files."""
    places = (f"{formats.__name__}.{found.name}" for found in iter_modules(formats.__path__))
    found: list[Format] = [import_module(place).FORMAT for place in places]
    return {format_.name: format_ for format_ in found}
