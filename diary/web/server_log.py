"""What the server writes to its own log, with nothing of a person in it.

gunicorn names the address of a request that fails and repeats what it cannot read; Werkzeug writes
a line with the address for each request. Such an address may hold a token or a day.
"""

import logging
import re

from diary.web.log import lines_of

SERVERS = ("gunicorn.error", "gunicorn.access", "werkzeug")
EACH_REQUEST = re.compile(r" - - \[")
"""A line of the kind that web servers write for every request; the diary writes its own."""
REPEATED = re.compile(r"""(?P<quote>['"]).*(?P=quote)|\S*[/?#%]\S*""", re.DOTALL)


def init_server_log() -> None:
    """Look at every line of the server before it is written."""
    for name in SERVERS:
        log = logging.getLogger(name)
        if _make_discreet not in log.filters:
            log.addFilter(_make_discreet)


def _make_discreet(line: logging.LogRecord) -> bool:
    """Say whether a line is written; leave out of it what came with a request."""
    text = line.getMessage()
    if line.name == "gunicorn.access" or EACH_REQUEST.search(text):
        return False
    # At this level servers tell of themselves: where they listen, and who stops them.
    if line.levelno != logging.INFO:
        text = REPEATED.sub("…", text)
    if line.exc_info and line.exc_info[0]:
        text += f": {line.exc_info[0].__name__}\n{lines_of(line.exc_info[2])}"
    line.msg, line.args, line.exc_info, line.exc_text = text, (), None, None
    return True
