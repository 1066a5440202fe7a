"""The mark every view carries: who may pass. Views without one are refused by a test."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Leave a view open to everybody, on purpose."""
    return marked("public", view)


def marked(gate: str, view: Callable[P, R]) -> Callable[P, R]:
    """Write the name of its gate on a view."""
    view.gate = gate  # type: ignore[attr-defined]
    return view
