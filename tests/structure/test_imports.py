"""The rules load without anything but Python."""

import ast
import sys
from pathlib import Path

from tests.structure.project import ROOT, files, name_of

RULES = ROOT / "diary/clinical"


def test_the_rules_import_the_standard_library_and_each_other_only() -> None:
    modules = [path for path in files(".py") if path.is_relative_to(RULES)]
    assert modules
    assert {name_of(path): odd for path in modules if (odd := foreign_imports(path))} == {}


def test_folders_hold_a_docstring_and_no_import() -> None:
    folders = [path for path in files(".py") if path.name == "__init__.py"]
    ours = [path for path in folders if path.is_relative_to(ROOT / "diary")]
    assert ROOT / "diary/__init__.py" in ours
    without = [path for path in ours if ast.get_docstring(ast.parse(path.read_text())) is None]
    assert without == []
    assert imported_modules(ROOT / "diary/__init__.py") == set()


def foreign_imports(path: Path) -> set[str]:
    """The imported modules that are neither standard nor rules."""
    return {
        name
        for name in imported_modules(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith("diary.clinical")
    }


def imported_modules(path: Path) -> set[str]:
    """Every module that an import statement may name, wherever it stands."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    sources = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    inner = {f"{node.module}.{name.name}" for node in sources for name in node.names}
    return plain | inner | {str(node.module) for node in sources}
