"""The decisions of the page scripts, tried with Node."""

import shutil
import subprocess
from pathlib import Path

from tests.machine import need

HERE = Path(__file__).parent


def test_the_scripts_decide_as_their_own_tests_say() -> None:
    node = need(shutil.which("node"), "Node", "nodejs")
    files = sorted(str(path) for path in HERE.glob("*.test.mjs"))
    run = subprocess.run([node, "--test", *files], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
