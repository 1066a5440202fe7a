"""Tests lie where the code they test lies."""

import ast
from pathlib import Path

from tests.structure.project import ROOT, files, name_of
from tests.structure.test_imports import imported_modules

TESTED_THROUGH_STORES = {"models.py"}
MODULES = [path for path in files(".py") if path.is_relative_to(ROOT / "diary")]


def test_every_test_file_has_its_module() -> None:
    found = [path for path in files(".py") if path.name.startswith("test_")]
    mirrored = [path for path in found if folder_of(path).is_dir()]
    assert mirrored
    assert [name_of(path) for path in mirrored if not any(map(Path.exists, modules_of(path)))] == []


def test_every_module_that_does_something_is_tested_in_its_place() -> None:
    busy = [path for path in MODULES if does_something(path)]
    assert busy
    assert [name_of(path) for path in busy if not is_tested(path)] == []


def modules_of(test: Path) -> list[Path]:
    """Where the module or the folder of modules may lie that this file tests."""
    name = test.stem.removeprefix("test_")
    folder = folder_of(test)
    return [folder / f"{name}.py", folder / name / "__init__.py", ROOT / f"{name}.py"]


def folder_of(test: Path) -> Path:
    """The folder that a test's folder mirrors; there is none for tests of the whole."""
    return ROOT / "diary" / test.parent.relative_to(ROOT / "tests")


def is_tested(module: Path) -> bool:
    """Whether a module has its own test file, or is a part of a neighbour that has one."""
    neighbours = (other for other in module.parent.glob("*.py") if mirror_of(other).exists())
    users = (other for other in neighbours if dotted(module) in imported_modules(other))
    return mirror_of(module).exists() or any(users)


def mirror_of(module: Path) -> Path:
    """Where the tests of a module lie."""
    folder = ROOT / "tests" / module.parent.relative_to(ROOT / "diary")
    return folder / f"test_{module.name}"


def does_something(module: Path) -> bool:
    """Whether the module holds a function or a method: more than names and values."""
    nodes = ast.walk(ast.parse(module.read_text()))
    functions = any(isinstance(node, ast.FunctionDef) for node in nodes)
    return functions and module.name not in TESTED_THROUGH_STORES


def dotted(module: Path) -> str:
    """The name by which a module is imported."""
    return ".".join(module.relative_to(ROOT).with_suffix("").parts)
