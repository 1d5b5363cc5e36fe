"""Every setting, in one typed table. Each is read once, from the environment, as `HEARD_<NAME>`."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.notices import DEFAULT_HELP


class Settings(BaseSettings):
    """What an operator can choose. `docs/settings.md` says the same, and a test compares them."""

    model_config = SettingsConfigDict(env_prefix="HEARD_", extra="ignore", frozen=True)

    data_dir: Path = Field(Path("var"), description="Folder for the database and the secret key; made if missing.")
    secret_key: SecretStr | None = Field(
        None, min_length=16, description="Signs cookies and forms; overrides the key file in the data folder."
    )
    model_dir: Path | None = Field(
        None, description="Folder of a model made by `heard train`; else the one that ships."
    )
    help_lines: str = Field(
        DEFAULT_HELP, min_length=1, description="What a danger notice says: name your local help lines here."
    )
    log_level: str = Field(
        "INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="How much is logged: DEBUG, INFO, WARNING or ERROR."
    )
    bind: str = Field("127.0.0.1:8000", description="Address and port that gunicorn listens on.")
    workers: int = Field(2, ge=1, le=64, description="Worker processes of gunicorn.")
