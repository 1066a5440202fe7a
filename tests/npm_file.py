"""A file of an npm package, such as the CDN serves under the same version."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import NoReturn

import pytest

from diary.web.cdn import Script


def npm_file(script: Script, folder: Path) -> bytes:
    """Fetch the file of a script of ours."""
    return package_file(script.package, script.version, script.path, folder)


def package_file(package: str, version: str, path: str, folder: Path) -> bytes:
    """Fetch the package from the npm registry; without it skip, or fail in CI."""
    npm = shutil.which("npm")
    name = f"{package}@{version}"
    command = [npm or "npm", "pack", name, "--silent", "--pack-destination", str(folder)]
    done = subprocess.run(command, capture_output=True, timeout=60) if npm else None
    if done is None or done.returncode != 0:
        give_up(f"THE FILE OF {name} WAS NOT SEEN: npm pack did not work here")
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        file = archive.extractfile(f"package/{path}")
        assert file is not None
        return file.read()


def give_up(message: str) -> NoReturn:
    """Skip the test for want of npm; fail it in CI."""
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
