"""Every setting, in one typed table. Each is read once, from the environment, as `HEARD_<NAME>`."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.notices import DEFAULT_HELP

# host:port, the port from 1 to 65535; or a Unix socket.
BIND = (
    r"^(unix:.+|(\[[0-9a-fA-F:.]+\]|[^:\s\[\]]+):"
    r"([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5]))$"
)


class Settings(BaseSettings):
    """What an operator can choose. `docs/settings.md` says the same, and a test compares them."""

    model_config = SettingsConfigDict(
        env_prefix="HEARD_",
        extra="ignore",
        frozen=True,
        # A secret of the wrong length is no reason to print it.
        hide_input_in_errors=True,
    )

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
    bind: str = Field("127.0.0.1:8000", pattern=BIND, description="Address and port that gunicorn listens on.")
    workers: int = Field(2, ge=1, le=64, description="Worker processes of gunicorn.")


def load() -> Settings:
    """The settings from the environment. Ends the process with one plain line where one of them is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        raise SystemExit(f"heard: {explain(error)}") from None


def explain(error: ValidationError) -> str:
    """The first wrong setting, by the name it has in the environment."""
    first = error.errors()[0]
    name = "HEARD_" + "_".join(map(str, first["loc"])).upper()
    return f"{name}: {first['msg']}; see docs/settings.md"
