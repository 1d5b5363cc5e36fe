"""A model that is missing, damaged or of another version is refused with the field and the remedy."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import skops.io

from corpora import loaders
from models import artifact, language
from models.errors import ModelUnavailable
from models.scorer import Scorer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model, free to be broken."""
    for name in (artifact.MODEL_FILE, artifact.SIDECAR_FILE):
        shutil.copy(str(artifact.SHIPPED / name), tmp_path / name)
    return tmp_path


def change(folder: Path, **facts: Any) -> None:
    file = folder / artifact.SIDECAR_FILE
    file.write_text(json.dumps({**json.loads(file.read_text()), **facts}))


def refused(folder: Path) -> str:
    with pytest.raises(ModelUnavailable) as caught:
        Scorer(folder)
    assert "heard train" in str(caught.value)
    return str(caught.value)


def test_shipped_model_was_trained_on_the_shipped_corpus() -> None:
    """A corpus that changed without a retrain is caught."""
    assert artifact.load().sidecar.corpus == loaders.training_hash(), "run `heard train`"


@pytest.mark.parametrize("name", [artifact.MODEL_FILE, artifact.SIDECAR_FILE])
def test_missing_file_is_named(folder: Path, name: str) -> None:
    """A folder without one of the two files says which."""
    (folder / name).unlink()
    assert f"{name} is missing" in refused(folder)


def test_damaged_model_is_refused(folder: Path) -> None:
    """One flipped byte is noticed before anything is unpacked."""
    file = folder / artifact.MODEL_FILE
    data = bytearray(file.read_bytes())
    data[1000] ^= 1
    file.write_bytes(bytes(data))
    assert "is damaged" in refused(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}'])
def test_damaged_sidecar_is_refused(folder: Path, text: str) -> None:
    """A sidecar that is not what it should be is a plain refusal, not a traceback."""
    (folder / artifact.SIDECAR_FILE).write_text(text)
    assert "cannot be read" in refused(folder)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", 99),
        ("labels", ["affirm"]),
        ("features", ["words"]),
        ("skills", ["reflection"]),
        ("language_model", "en_core_web_sm 3.7.0"),
        ("libraries", {"scikit-learn": "1.2", "skops": "0.1", "spacy": "3.7"}),
    ],
)
def test_model_of_another_version_is_refused(folder: Path, field: str, value: Any) -> None:
    """What the sidecar says must match this program, and the message names what does not."""
    change(folder, **{field: value})
    assert f"made with {field}" in refused(folder)


def test_types_outside_the_list_are_refused(folder: Path) -> None:
    """A file that would bring other types in is not unpacked, even with a matching checksum."""
    data = skops.io.dumps({"coder": Path("x")})
    (folder / artifact.MODEL_FILE).write_bytes(data)
    change(folder, sha256=hashlib.sha256(data).hexdigest())
    assert "types that are not allowed: pathlib" in refused(folder)


def test_missing_language_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the spaCy model the message says how to get it; nothing is downloaded."""
    monkeypatch.setattr(language, "PACKAGE", "en_core_web_none")
    language.pipeline.cache_clear()
    try:
        with pytest.raises(ModelUnavailable, match=r"en_core_web_none is not installed .* run `make setup`"):
            language.pipeline()
    finally:
        monkeypatch.undo()
        language.pipeline.cache_clear()
