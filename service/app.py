"""`create_app()`: the only place where things are wired together."""

from __future__ import annotations

from flask import Flask
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect

from service import errors, health, home, logs
from service.api import score as score_api
from service.practice import Practice
from service.settings import Settings, load
from service.storage.repositories import note_release, set_up_sqlite
from service.web import headers, pages

MAX_BODY = 1_000_000


def create_app(settings: Settings | None = None) -> Flask:
    """Make the web application: data folder, database and secret key are made where they are missing."""
    settings = settings or load()
    logs.configure(settings.log_level)
    app = Flask(__name__, static_folder=None, template_folder="web/templates")
    app.config.update(
        SECRET_KEY=prepare_home(settings),
        MAX_CONTENT_LENGTH=MAX_BODY,
        MAX_FORM_MEMORY_SIZE=MAX_BODY,
        SESSION_COOKIE_NAME="heard",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SQLALCHEMY_ENGINES={"default": home.database_url(settings)},
        # A page left open over night still sends its form.
        WTF_CSRF_TIME_LIMIT=None,
    )
    database = SQLAlchemy(app)
    csrf = CSRFProtect(app)
    practice = Practice(settings)
    app.extensions["practice"] = practice
    with app.app_context():
        set_up_sqlite(database.engine)
        if practice.unavailable is None:
            note_release(database.session, practice.scorer.version, practice.scorer.sidecar.corpus)
        else:
            logs.log.error("model_unavailable", remedy=str(practice.unavailable))
        # Workers are forked from here, and a connection must not be shared between processes.
        database.session.close()
        database.engine.dispose()
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(health.make_blueprint(database, practice))
    app.register_blueprint(score_api.blueprint)
    csrf.exempt(score_api.blueprint)
    headers.register(app)
    errors.register(app)
    return app


def prepare_home(settings: Settings) -> str:
    """Prepare the data folder, or end the process with one plain line that says why it cannot be."""
    try:
        return home.prepare(settings)
    except OSError as error:
        raise SystemExit(
            f"heard: HEARD_DATA_DIR: {settings.data_dir} cannot be made or written ({error.strerror}); "
            "name a folder of your own"
        ) from None
