"""The throw-away server gives databases that do not know each other."""

from sqlalchemy import create_engine, text

from tests.databases import PostgreSQL


def test_a_new_database_is_empty_and_a_copy_is_full(postgresql: PostgreSQL) -> None:
    first = postgresql.create_database()
    engine = create_engine(first)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE day (id integer)"))
    engine.dispose()

    assert tables(postgresql.create_database(template=first)) == ["day"]
    assert tables(postgresql.create_database()) == []


def tables(url: str) -> list[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        names = connection.execute(
            text("SELECT tablename FROM pg_tables WHERE schemaname='public'")
        )
        found = [row.tablename for row in names]
    engine.dispose()
    return found
