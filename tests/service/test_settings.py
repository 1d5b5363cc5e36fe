"""A setting that cannot be used ends the start with one plain line, and no secret is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.app import create_app
from service.settings import Settings, load


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LOG_LEVEL", "LOUD"),
        ("WORKERS", "0"),
        ("WORKERS", "many"),
        ("BIND", "127.0.0.1:99999"),
        ("BIND", "127.0.0.1"),
        ("HELP_LINES", ""),
        ("SECRET_KEY", "too-short-a-key"),
    ],
)
def test_wrong_setting_is_one_plain_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The setting is named as it stands in the environment, and its value is not repeated."""
    monkeypatch.setenv(f"HEARD_{name}", value)
    with pytest.raises(SystemExit) as ended:
        load()
    said = str(ended.value.code)
    assert said.startswith(f"heard: HEARD_{name}: ")
    assert said.endswith("see docs/settings.md")
    assert "\n" not in said
    assert not value or name != "SECRET_KEY" or value not in said


@pytest.mark.parametrize("bind", ["0.0.0.0:80", "localhost:65535", "[::1]:8000", "unix:/run/heard.sock"])
def test_addresses_that_can_be_bound(monkeypatch: pytest.MonkeyPatch, bind: str) -> None:
    """Names, both kinds of address and sockets are taken."""
    monkeypatch.setenv("HEARD_BIND", bind)
    assert load().bind == bind


def test_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A data folder that is a file is named, with the remedy."""
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(SystemExit) as ended:
        create_app(Settings(data_dir=file))
    assert str(ended.value.code).startswith(f"heard: HEARD_DATA_DIR: {file} cannot be made or written")
