"""What the rest of the service asks of the database."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from service.storage.schema import ModelRelease

BUSY_SECONDS = 10


def set_up_sqlite(engine: Engine) -> None:
    """Readers do not wait for a writer (WAL), and a writer waits its turn."""

    @event.listens_for(engine, "connect")
    def pragmas(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()


def note_release(session: Session, version: str, corpus: str) -> None:
    """Record that this model serves from now on, unless it did before; safe from several processes at once."""
    row = insert(ModelRelease).values(version=version, corpus=corpus, first_served_at=datetime.now(UTC))
    session.execute(row.on_conflict_do_nothing())
    session.commit()
