"""The least a Flask app can do for a page: what the diary is measured against."""

from flask import Flask


def create_app() -> Flask:
    """An app with one page and nothing around it."""
    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "<!doctype html><title>Bare</title><h1>Bare</h1>")
    return app
