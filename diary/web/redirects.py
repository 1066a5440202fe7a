"""Where a person may be led after signing in: to our own pages only."""

from flask import current_app, request
from werkzeug.exceptions import HTTPException


def is_own_page(address: str) -> bool:
    """Say whether an address is the path, and perhaps the query, of a page of this app."""
    if not address.startswith("/") or address.startswith(("//", "/\\")):
        return False
    if not address.isprintable():
        return False
    path = address.partition("?")[0].removeprefix(request.script_root)
    try:
        current_app.create_url_adapter(request).match(path, method="GET")  # type: ignore[union-attr]
    except HTTPException:
        return False
    return True
