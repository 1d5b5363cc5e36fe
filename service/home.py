"""The data folder: made once, under a lock, by whichever process comes first."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from filelock import FileLock

from service.settings import Settings
from service.storage.migrate import upgrade

KEY_FILE, DATABASE_FILE, LOCK_FILE = "secret_key", "heard.sqlite3", ".lock"


def database_url(settings: Settings) -> str:
    return f"sqlite:///{settings.data_dir.absolute() / DATABASE_FILE}"


def prepare(settings: Settings) -> str:
    """Make the folder, a migrated database and a secret key where they are missing; return the secret key.

    Raises
    ------
    OSError
        The folder cannot be made or written to.
    """
    home = settings.data_dir
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    with FileLock(home / LOCK_FILE, timeout=60):
        key = secret_key(settings, home / KEY_FILE)
        upgrade(database_url(settings))
    return key


def secret_key(settings: Settings, file: Path) -> str:
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    if file.exists() and (key := file.read_text().strip()):
        return key
    key = secrets.token_urlsafe(48)
    # Written beside and moved into place: a crash leaves no half a key. Not for a moment can others read it.
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(key + "\n")
    draft.replace(file)
    return key
