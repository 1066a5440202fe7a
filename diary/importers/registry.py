"""Finds the sources by their place in sources/."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from diary.importers import sources
from diary.importers.source import Source


@cache
def all_sources() -> dict[str, Source]:
    """Every source by its name, in the order of their files."""
    places = (f"{sources.__name__}.{found.name}" for found in iter_modules(sources.__path__))
    found: list[Source] = [import_module(place).SOURCE for place in places]
    return {source.name: source for source in found}
