"""The pinned chart script from a stand-in for the CDN on this machine, over TLS."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from flask import Flask, Response
from werkzeug.serving import make_server

from diary.web.cdn import CHART_SCRIPTS
from diary.web.compression import Packed
from tests.npm_file import npm_file

HOST = "cdn.jsdelivr.net"


@contextmanager
def serving_charts(folder: Path) -> Iterator[str]:
    """Serve the script, and give the flags that lead Chromium here instead of to the CDN."""
    server = make_server("127.0.0.1", 0, stand_in(folder), threaded=True, ssl_context=tls(folder))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        address = f"127.0.0.1:{server.server_port}"
        yield f'--host-resolver-rules="MAP {HOST}:443 {address}" --ignore-certificate-errors'
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def stand_in(folder: Path) -> Flask:
    """An app that answers as the CDN does for the scripts of a chart."""
    app = Flask(__name__)
    app.wsgi_app = Packed(app.wsgi_app)  # type: ignore[method-assign]
    files = {script.address: npm_file(script, folder) for script in CHART_SCRIPTS}

    @app.get("/<path:path>")
    def show(path: str) -> Response:
        answer = Response(files[f"https://{HOST}/{path}"], mimetype="text/javascript")
        answer.access_control_allow_origin = "*"
        return answer

    return app


def tls(folder: Path) -> ssl.SSLContext:
    """A certificate for this run, signed by nobody."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subject = ("-subj", f"/CN={HOST}", "-days", "1", "-nodes", "-newkey", "rsa:2048")
    files = ("-keyout", str(key), "-out", str(certificate))
    subprocess.run(("openssl", "req", "-x509", *subject, *files), check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
