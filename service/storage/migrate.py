"""Brings a database to the newest schema (Alembic)."""

from __future__ import annotations

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def config(url: str, scripts: str) -> Config:
    made = Config()
    made.set_main_option("script_location", scripts)
    # ConfigParser reads a percent sign as the start of a name.
    made.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return made


def upgrade(url: str) -> None:
    """Apply what is missing. Call it under a lock: two at once would collide."""
    with as_file(files("service.storage") / "migrations") as scripts:
        command.upgrade(config(url, str(scripts)), "head")


def is_current(connection: Connection) -> bool:
    """Is this database at the newest schema?"""
    with as_file(files("service.storage") / "migrations") as scripts:
        newest = ScriptDirectory(str(scripts)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() == newest
