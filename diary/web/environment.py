"""How templates are loaded: with the one set of names that all of them share."""

from collections.abc import MutableMapping
from typing import Any

from flask.templating import Environment


class SharedNames(Environment):
    """Gives every template the app's own names themselves, not a map laid over them.

    Whatever imports a component compares these names with its own, a dozen times a page.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names a template knows: the shared ones, where it has none of its own."""
        return super().make_globals(d) if d else self.globals
