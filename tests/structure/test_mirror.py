"""Tests lie where the code they test lies."""

from pathlib import Path

from tests.structure.project import ROOT, files, name_of

OTHER_TESTS = {
    "structure",
    "browser",
    "performance",
    "migrations",
    "properties",
    "scripts",
    "durability",
}


def test_every_test_file_has_its_module() -> None:
    found = [path for path in files(".py") if path.name.startswith("test_")]
    mirrored = [
        path for path in found if path.relative_to(ROOT / "tests").parts[0] not in OTHER_TESTS
    ]

    assert [name_of(path) for path in mirrored if not any(map(Path.exists, modules_of(path)))] == []


def modules_of(test: Path) -> list[Path]:
    """Where the module or the folder of modules may lie that this file tests."""
    name = test.stem.removeprefix("test_")
    folder = ROOT / "diary" / test.parent.relative_to(ROOT / "tests")
    return [folder / f"{name}.py", folder / name / "__init__.py", ROOT / f"{name}.py"]
