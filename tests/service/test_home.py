"""The data folder is made once, whoever comes first, and keeps its secret."""

from __future__ import annotations

import sqlite3
import stat
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from service import home
from service.settings import Settings


def prepare(folder: str) -> str:
    return home.prepare(Settings(data_dir=Path(folder)))


def test_workers_that_start_together_share_one_key(tmp_path: Path) -> None:
    """However many processes start on an empty folder at once, there is one key and one migrated database."""
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        keys = set(pool.map(prepare, [str(tmp_path / "var")] * 8))
    assert len(keys) == 1
    with closing(sqlite3.connect(tmp_path / "var" / home.DATABASE_FILE)) as database:
        assert database.execute("select count(*) from alembic_version").fetchone() == (1,)


def test_key_is_for_its_owner_only(tmp_path: Path) -> None:
    """Nobody else on the machine can read the key, and it stays the same."""
    settings = Settings(data_dir=tmp_path)
    key = home.prepare(settings)
    assert stat.S_IMODE((tmp_path / home.KEY_FILE).stat().st_mode) == 0o600
    assert home.prepare(settings) == key
    assert len(key) >= 32


def test_key_from_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`HEARD_SECRET_KEY` overrides the file, and none is written."""
    monkeypatch.setenv("HEARD_SECRET_KEY", "a-key-from-outside")
    assert home.prepare(Settings(data_dir=tmp_path)) == "a-key-from-outside"
    assert not (tmp_path / home.KEY_FILE).exists()


def test_half_written_key_is_replaced(tmp_path: Path) -> None:
    """An empty key file, as a full disk may leave it, is not taken for a key."""
    (tmp_path / home.KEY_FILE).write_text("")
    assert len(home.prepare(Settings(data_dir=tmp_path))) >= 32
