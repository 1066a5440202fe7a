"""The script from elsewhere is exactly the file of the npm package."""

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from diary.web.cdn import CHART_SCRIPTS, Script


@pytest.mark.parametrize("script", CHART_SCRIPTS, ids=lambda script: script.package)
def test_the_hash_is_that_of_the_file_in_the_npm_package(script: Script, tmp_path: Path) -> None:
    packed = pack(script, tmp_path)
    with tarfile.open(packed) as archive:
        file = archive.extractfile(f"package/{script.path}")
        assert file is not None
        digest = hashlib.sha384(file.read()).digest()
    assert script.integrity == f"sha384-{base64.b64encode(digest).decode()}"


def pack(script: Script, folder: Path) -> Path:
    """Fetch the package from the npm registry; without it skip, or fail in CI."""
    npm = shutil.which("npm")
    name = f"{script.package}@{script.version}"
    command = [npm or "npm", "pack", name, "--silent", "--pack-destination", str(folder)]
    done = subprocess.run(command, capture_output=True, timeout=60) if npm else None
    if done is not None and done.returncode == 0:
        return next(folder.glob("*.tgz"))
    message = f"THE FILE OF {name} WAS NOT COMPARED: npm pack did not work here"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def test_a_script_is_named_with_its_exact_version() -> None:
    for script in CHART_SCRIPTS:
        assert f"@{script.version}/" in script.address
        assert script.version.count(".") == 2
