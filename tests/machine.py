"""What the tests need of the machine: skipped with one loud line at home, an error in CI."""

import os

import pytest


def need(path: str | None, name: str, package: str) -> str:
    """The path as given; when it is None the test is skipped, or fails where CI is set.

    `name` is what a person calls the program, `package` the Debian package that brings it.
    """
    if path is not None:
        return path
    message = f"{name} IS MISSING, ITS TESTS DID NOT RUN: apt-get install {package}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
