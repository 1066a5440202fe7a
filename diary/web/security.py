"""Headers that tell the browser what a page may do: next to nothing."""

from flask import Flask, Response, current_app

from diary.web.cdn import allowed_scripts

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ONLY_HTTPS = "max-age=31536000"


def init_security(app: Flask) -> None:
    """Put the headers on every answer."""
    app.after_request(_protect)


def _protect(response: Response) -> Response:
    scripts = " ".join([POLICY["script-src"], *allowed_scripts()])
    policy = POLICY | {"script-src": scripts}
    response.headers["Content-Security-Policy"] = "; ".join(map(" ".join, policy.items()))
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    # Whoever answers something that may be kept says so; a page of a diary never is.
    response.headers.setdefault("Cache-Control", "no-store")
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = ONLY_HTTPS
    return response
