"""Settings: read from the environment, and refused when they would do harm."""

import stat
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex, token_urlsafe

import pytest

from config import Mode, Settings, SettingsError, is_guessable

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
        DIARY_HOSTS="diary.example.org",
        DIARY_DATABASE_URL="postgres://diary:s%40cret@db.example.org/diary",
    )
    assert settings.secret_key == KEY
    assert settings.secure_cookies
    assert settings.database_url == "postgresql+psycopg://diary:s%40cret@db.example.org/diary"


def test_hosts_are_names_with_commas_between(tmp_path: Path) -> None:
    assert read(tmp_path).hosts == ()
    assert read(tmp_path, DIARY_HOSTS="A.example, b.example").hosts == ("a.example", "b.example")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"DIARY_MODE": "production"}, "needs DIARY_SECRET_KEY"),
        ({"DIARY_MODE": "production", "DIARY_SECRET_KEY": KEY, "FLASK_DEBUG": "1"}, "FLASK_DEBUG"),
        (
            {"DIARY_MODE": "production", "DIARY_SECRET_KEY": KEY, "DIARY_SECURE_COOKIES": "no"},
            "DIARY_SECURE_COOKIES",
        ),
        ({"DIARY_MODE": "production", "DIARY_SECRET_KEY": KEY}, "needs DIARY_HOSTS"),
        ({"DIARY_HOSTS": "https://diary.example.org"}, "names such as"),
        ({"DIARY_HOSTS": "*"}, "names such as"),
        ({"DIARY_MODE": "staging"}, "development or production"),
        ({"DIARY_SECRET_KEY": "x" * 31}, "32 characters"),
        ({"DIARY_SECURE_COOKIES": "perhaps"}, "yes or no"),
        ({"FLASK_DEBUG": "maybe"}, "yes or no"),
        ({"DIARY_DATABASE_URL": "nonsense"}, "not a database address"),
        ({"DIARY_DATABASE_URL": "sqlite://diary.sqlite3/"}, "not a database address"),
        ({"DIARY_DATABASE_URL": "postgresql://localhost:x/diary"}, "not a database address"),
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


GUESSABLE = [
    "x" * 64,
    "abcabcabcabcabcabcabcabcabcabcabcabc",
    "a key for tests only" * 2,
    "a key for tests only, a key for tests only",
    "0123456789abcdef0123456789abcdef",
    "0123456789-my-own-long-diary-key-here",
    "please-change-this-key-for-the-diary",
    "my-super-secret-key-for-the-diary-12",
    "01001101010010110100101101001010",
]


@pytest.mark.parametrize("key", GUESSABLE)
def test_production_refuses_a_key_that_can_be_guessed(tmp_path: Path, key: str) -> None:
    production = {"DIARY_MODE": "production", "DIARY_HOSTS": "diary.example.org"}
    with pytest.raises(SettingsError, match=r"can be guessed.*token_urlsafe"):
        read(tmp_path, **production, DIARY_SECRET_KEY=key)
    assert read(tmp_path, DIARY_SECRET_KEY=key).secret_key == key


@pytest.mark.parametrize("make", [token_urlsafe, token_hex])
def test_no_random_key_is_taken_for_one_that_can_be_guessed(make: Callable[[int], str]) -> None:
    assert not any(is_guessable(make(48)) for _ in range(1000))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match=r"cannot be made.*DIARY_INSTANCE"):
        read(tmp_path, DIARY_INSTANCE=str(tmp_path / "file" / "instance"))


def test_a_secret_key_that_was_cut_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("")
    with pytest.raises(SettingsError, match=r"secret_key is cut\. Delete that file"):
        read(tmp_path)


def test_a_secret_key_that_cannot_be_read_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_bytes(b"\xff" * 64)
    with pytest.raises(SettingsError, match="secret_key cannot be read"):
        read(tmp_path)
    (tmp_path / "secret_key").unlink()
    (tmp_path / "secret_key").mkdir()
    with pytest.raises(SettingsError, match="secret_key cannot be read"):
        read(tmp_path)
