"""`heard train`: what it refuses before any work is done, and what it will not replace."""

from __future__ import annotations

import json
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models import artifact
from service.cli import main


def run_main(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["train", *arguments])


@pytest.mark.parametrize(
    ("content", "says"),
    [("", "holds no replies"), ("to,from\nann,ben\n", "own.csv:1: not valid JSON"), ("\ufffe\x00", "own.csv:1")],
)
def test_a_file_in_another_layout_is_refused(tmp_path: Path, content: str, says: str) -> None:
    """Exit code 2, file and line, and no training."""
    file = tmp_path / "own.csv"
    file.write_text(content, encoding="utf-8")
    found = run("--extra", str(file), "--out", str(tmp_path / "model"))
    assert found.exit_code == 2
    assert says in found.stderr
    assert "Reading" not in found.output


def test_a_wrong_path_is_refused(tmp_path: Path) -> None:
    """A file that is not there is named."""
    found = run("--extra", str(tmp_path / "none.jsonl"))
    assert found.exit_code == 2
    assert "does not exist" in found.stderr


def test_a_folder_that_cannot_be_written_is_found_first(tmp_path: Path) -> None:
    """Nobody trains for minutes to learn that there is nowhere to put the model."""
    (tmp_path / "taken").write_text("a file")
    found = run("--out", str(tmp_path / "taken" / "model"))
    assert found.exit_code == 2
    assert "cannot be written" in found.stderr
    assert "--out" in found.stderr


def test_a_worse_model_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The model that reads better is kept, byte for byte, unless the caller says otherwise; then it is replaced."""
    folder = tmp_path / "model"
    shutil.copytree(str(artifact.SHIPPED), folder)
    kept = (folder / artifact.SIDECAR_FILE).read_bytes()

    def poor(made: Path, _say: object, _extra: object) -> artifact.Sidecar:
        """Stands for five minutes of training: the shipped model with the figures of a worse one."""
        for name in (artifact.MODEL_FILE, artifact.SIDECAR_FILE):
            shutil.copy(str(artifact.SHIPPED / name), made / name)
        sidecar = artifact.read_sidecar(folder)
        sidecar.metrics["macro_f1"] -= 0.1
        (made / artifact.SIDECAR_FILE).write_text(json.dumps(vars(sidecar)))
        return sidecar

    monkeypatch.setattr("models.train.train", poor)
    found = run("--out", str(folder))
    assert found.exit_code == 2
    assert "reads better and was kept; --even-if-worse replaces it" in found.stderr
    assert "macro f1" in found.output
    assert (folder / artifact.SIDECAR_FILE).read_bytes() == kept
    assert run("--out", str(folder), "--even-if-worse").exit_code == 0
    assert (folder / artifact.SIDECAR_FILE).read_bytes() != kept
    assert not list(folder.glob(".training-*"))


def test_a_small_drop_is_noise() -> None:
    """The test split is small: less than half a point is no reason to refuse."""
    after = {"macro_f1": 0.745, "kappa": 0.7, "boundary_f1": 0.9, "calibration_error": 0.04, "utterances": 3000}
    report = import_module("service.cli.train").report
    assert not report(after, {**after, "macro_f1": 0.748})
    assert report(after, {**after, "macro_f1": 0.76})
    assert not report(after, {})


def test_a_file_that_cannot_be_read_is_not_called_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An input that fails while it is read is named, with its own reason."""
    file = tmp_path / "own.jsonl"
    file.write_text("{}")

    def torn(_self: Path) -> bytes:
        raise OSError(5, "Input/output error", str(file))

    monkeypatch.setattr(Path, "read_bytes", torn)
    found = run_main("train", "--extra", str(file), "--out", str(tmp_path / "model"))
    assert found.exit_code == 2
    assert f"{file}: Input/output error" in found.stderr
    assert "output: cannot be written" not in found.stderr
