"""The web app manifest: how the diary looks and starts once it is on a home screen."""

from typing import Any

from flask import request, url_for

LIGHT = "#f5f2eb"


def manifest() -> dict[str, Any]:
    """Return the manifest; pages name the colours of both themes themselves."""
    root = f"{request.script_root}/"
    return {
        "id": root,
        "name": "Headache Diary",
        "short_name": "Headache",
        "description": "A headache diary that counts honestly.",
        "lang": "en",
        "start_url": root,
        "scope": root,
        "display": "standalone",
        "background_color": LIGHT,
        "theme_color": LIGHT,
        "categories": ["health", "medical"],
        "icons": _icons(),
        "shortcuts": [
            _shortcut("No headache today", url_for("pwa.ask_no_headache")),
            _shortcut("Headache now", url_for("pwa.ask_headache_now")),
        ],
    }


def _icons() -> list[dict[str, str]]:
    return [
        _icon("icon.svg", "any", "image/svg+xml"),
        _icon("icons/icon-192.png", "192x192"),
        _icon("icons/icon-512.png", "512x512"),
        _icon("icons/maskable-512.png", "512x512") | {"purpose": "maskable"},
    ]


def _icon(name: str, sizes: str, kind: str = "image/png") -> dict[str, str]:
    return {"src": url_for("static", filename=name), "sizes": sizes, "type": kind}


def _shortcut(name: str, url: str) -> dict[str, Any]:
    return {"name": name, "url": url, "icons": [_icon("icons/icon-192.png", "192x192")]}
