"""The files of the project, for the tests that read them."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = (".ci", ".github", "diary", "migrations", "static", "templates", "tests")


def files(*suffixes: str) -> list[Path]:
    """Every file we wrote with one of these endings, in order; all of them without an ending."""
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    on_top = [path for path in ROOT.glob("[!.]*") if path.is_file()]
    ours = [path for path in (*on_top, *inside) if "__pycache__" not in path.parts]
    return sorted(path for path in ours if not suffixes or path.suffix in suffixes)


def name_of(path: Path) -> str:
    """The path as people write it, from the project's root."""
    return path.relative_to(ROOT).as_posix()
