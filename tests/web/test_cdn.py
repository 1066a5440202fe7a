"""The script from elsewhere is exactly the file of the npm package."""

import base64
import hashlib
from pathlib import Path

import pytest

from diary.web.cdn import CHART_SCRIPTS, Script
from tests.npm_file import npm_file


@pytest.mark.parametrize("script", CHART_SCRIPTS, ids=lambda script: script.package)
def test_the_hash_is_that_of_the_file_in_the_npm_package(script: Script, tmp_path: Path) -> None:
    digest = hashlib.sha384(npm_file(script, tmp_path)).digest()
    assert script.integrity == f"sha384-{base64.b64encode(digest).decode()}"


def test_a_script_is_named_with_its_exact_version() -> None:
    for script in CHART_SCRIPTS:
        assert f"@{script.version}/" in script.address
        assert script.version.count(".") == 2
