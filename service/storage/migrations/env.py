"""Run by Alembic. Settings come from `service.storage.migrate`, never from an ini file."""

from __future__ import annotations

from alembic import context
from sqlalchemy import NullPool, create_engine

from service.storage.schema import Base

url = context.config.get_main_option("sqlalchemy.url")
engine = create_engine(url or "", poolclass=NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
