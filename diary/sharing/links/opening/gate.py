"""Who may pass to the pages of a link: browsers that opened one. The door itself is in access.py."""

from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec

from flask import abort, request
from flask.typing import ResponseReturnValue

from diary.sharing.links.opening.cookie import token_of
from diary.web.gates import marked

P = ParamSpec("P")
NOTHING_HERE = (
    "This link does not open anything, or not any more. Ask the person who gave it to you for a "
    "new one."
)


def nothing_here() -> NoReturn:
    """Answer in the same words whatever is wrong with a link."""
    abort(404, NOTHING_HERE)


def link_required(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Let browsers pass that hold something for this link; what it opens is looked at behind."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if not token_of((request.view_args or {})["public_id"]):
            nothing_here()
        return view(*args, **kwargs)

    return marked("link", guarded)
