"""One row in every table there is, the plainest that the database takes."""

from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

from sqlalchemy import Column, Enum, Table, func, inspect, select

from config import PROJECT
from diary.database import Base, db, writing

for module in PROJECT.glob("diary/**/models.py"):
    import_module(".".join(module.relative_to(PROJECT).with_suffix("").parts))
VALUES: dict[type, Any] = {
    int: 1,
    str: "x",
    bool: False,
    date: date(2026, 3, 14),
    datetime: datetime(2026, 3, 14, tzinfo=UTC),
    float: 1.0,
    object: [],
}


def fill() -> None:
    """Write one row into every table; every row belongs to the first of the other table."""
    with writing() as session:
        for table in Base.metadata.sorted_tables:
            session.execute(table.insert().values(a_row(table)))


def a_row(table: Table) -> dict[str, Any]:
    """Return the plainest row: its key, and what may not be left out."""
    needed = [column for column in table.columns if column.primary_key or not column.nullable]
    return {column.name: a_value(column) for column in needed}


def a_value(column: Column[Any]) -> Any:
    if isinstance(column.type, Enum):
        return column.type.python_type(column.type.enums[0])
    return VALUES[getattr(column.type, "impl", column.type).python_type]


def rows() -> dict[str, int]:
    """Return how many rows each table of the database has."""
    tables = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    with db.engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(Base.metadata.tables[name]))
            or 0
            for name in tables
        }
