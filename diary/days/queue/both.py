"""The page of two versions of a day where the later one could not be saved."""

import json
from collections.abc import Iterable

from flask import render_template
from flask.typing import ResponseReturnValue

from diary.days.document import to_document
from diary.days.queue.choice import both_together
from diary.days.version import StaleDayError


def show_both(
    error: StaleDayError, fields: Iterable[tuple[str, str | None]]
) -> ResponseReturnValue:
    """Both versions, and both together, with what was sent ready to be sent again."""
    mine, saved = error.mine, error.stored.day
    page = render_template(
        "days/queue/not_saved.html",
        fields=fields,
        saved=error.stored,
        mine=mine,
        document=json.dumps(to_document(mine), ensure_ascii=False) if mine else None,
        both=both_together(mine, saved) if mine and saved else None,
    )
    return page, error.status
