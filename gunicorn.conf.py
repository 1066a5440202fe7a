"""What gunicorn does first when it serves the diary: look whether it can, and say if not."""

from diary.startup import stop_unless_ready

DIARY = "diary.app:"


def on_starting(server):
    """Stop before any worker starts: each of them would only say the same."""
    if server.app.app_uri.startswith(DIARY):
        stop_unless_ready(server.address)
