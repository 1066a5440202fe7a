"""Settings: read from the environment, and refused when they would do harm."""

import stat
from pathlib import Path

import pytest

from config import Mode, Settings, SettingsError

KEY = "a long random text that nobody knows"


def read(tmp_path: Path, **environment: str) -> Settings:
    return Settings.from_environment({"DIARY_INSTANCE": str(tmp_path), **environment})


def test_without_any_setting_the_app_runs_on_this_machine(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert settings.mode is Mode.DEVELOPMENT
    assert settings.database_url == f"sqlite:///{tmp_path / 'diary.sqlite3'}"
    assert not settings.debug
    assert not settings.secure_cookies


def test_the_first_start_makes_a_secret_key_and_keeps_it(tmp_path: Path) -> None:
    first, second = read(tmp_path).secret_key, read(tmp_path).secret_key
    assert first == second
    assert len(first) >= 32
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert read(tmp_path / "elsewhere").secret_key != first


def test_production_reads_its_settings(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        DIARY_MODE="production",
        DIARY_SECRET_KEY=KEY,
        DIARY_DATABASE_URL="postgres://diary:s%40cret@db.example.org/diary",
    )
    assert settings.secret_key == KEY
    assert settings.secure_cookies
    assert settings.database_url == "postgresql+psycopg://diary:s%40cret@db.example.org/diary"


def test_hosts_are_names_with_commas_between(tmp_path: Path) -> None:
    assert read(tmp_path).hosts == ()
    assert read(tmp_path, DIARY_HOSTS="a.example, b.example").hosts == ("a.example", "b.example")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"DIARY_MODE": "production"}, "needs DIARY_SECRET_KEY"),
        ({"DIARY_MODE": "production", "DIARY_SECRET_KEY": KEY, "FLASK_DEBUG": "1"}, "FLASK_DEBUG"),
        (
            {"DIARY_MODE": "production", "DIARY_SECRET_KEY": KEY, "DIARY_SECURE_COOKIES": "no"},
            "DIARY_SECURE_COOKIES",
        ),
        ({"DIARY_MODE": "staging"}, "development or production"),
        ({"DIARY_SECRET_KEY": "x" * 31}, "32 characters"),
        ({"DIARY_SECURE_COOKIES": "perhaps"}, "yes or no"),
        ({"FLASK_DEBUG": "maybe"}, "yes or no"),
        ({"DIARY_DATABASE_URL": "nonsense"}, "not a database address"),
        ({"DIARY_DATABASE_URL": "mysql://localhost/diary"}, "sqlite:/// or postgresql://"),
    ],
)
def test_what_would_do_harm_is_refused_with_what_to_set(
    tmp_path: Path, environment: dict[str, str], words: str
) -> None:
    with pytest.raises(SettingsError, match=words):
        read(tmp_path, **environment)


def test_a_secret_key_of_32_characters_will_do(tmp_path: Path) -> None:
    assert read(tmp_path, DIARY_SECRET_KEY="x" * 32).secret_key == "x" * 32
