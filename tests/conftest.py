"""What every test may use: the shipped scorer, an application with its own data folder, and a real server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from flask import Flask
from flask.testing import FlaskClient

from models.scorer import Scorer
from service.app import create_app
from service.settings import Settings

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return Scorer()


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads the settings of whoever runs it, nor writes into their data folder."""
    for name in [name for name in os.environ if name.startswith("HEARD_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HEARD_DATA_DIR", str(tmp_path / "var"))


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    made = create_app(Settings(data_dir=tmp_path_factory.mktemp("home")))
    made.config["WTF_CSRF_ENABLED"] = False
    yield made
    with made.app_context():
        made.extensions["sqlalchemy"].engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service under gunicorn, with an empty data folder, at this address."""
    address = f"127.0.0.1:{free_port()}"
    env = {**os.environ, "HEARD_BIND": address, "HEARD_DATA_DIR": str(tmp_path_factory.mktemp("served") / "var")}
    command = [str(Path(sys.executable).with_name("gunicorn")), "service.app:create_app()"]
    with subprocess.Popen(command, cwd=ROOT, env=env) as process:
        try:
            wait_until_ready(f"http://{address}/readyz", process)
            yield f"http://{address}"
        finally:
            process.terminate()


def wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url) as response:
                if response.status == 200:
                    return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail("the server was not ready within 30 s")
