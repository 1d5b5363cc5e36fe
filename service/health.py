"""`/healthz`: this process answers. `/readyz`: it can score, and its database is as it should be."""

from __future__ import annotations

from flask import Blueprint
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy.exc import SQLAlchemyError

from service.errors import Problem
from service.practice import Practice
from service.storage.migrate import is_current


def make_blueprint(database: SQLAlchemy, practice: Practice) -> Blueprint:
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @blueprint.get("/readyz")
    def readyz() -> dict[str, str]:
        version = practice.scorer.version
        try:
            current = is_current(database.session.connection())
        except SQLAlchemyError as error:
            raise Problem(503, "database-unavailable", "database: cannot be read; see the log and the disk") from error
        if not current:
            raise Problem(503, "database-outdated", "database: not at this version's schema; restart the service")
        return {"status": "ready", "model": version}

    return blueprint
