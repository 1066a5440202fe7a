"""Static files through WhiteNoise, under an address that changes with any of them.

The whole folder shares one version, so a module's `import "./start.js"` stays as written and a
browser may keep every file for good.
"""

import hashlib
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from diary.web.security import HEADERS


def static_address(folder: Path) -> str:
    """Return the address of the folder: /static/ and a hash of all that lies in it."""
    version = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        version.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return f"/static/{version.hexdigest()[:12]}"


def init_static(app: Flask) -> None:
    """Answer for static files before the app is asked."""
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=app.static_folder,
        prefix=app.static_url_path,
        autorefresh=app.debug,
        max_age=0 if app.debug else WhiteNoise.FOREVER,
        immutable_file_test=lambda _path, _url: not app.debug,
        allow_all_origins=False,
        add_headers_function=lambda headers, _path, _url: [
            headers.add_header(name, value) for name, value in HEADERS.items()
        ],
    )
