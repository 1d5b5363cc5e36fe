"""The trained model on disk: `coder.skops` (no pickle, a fixed list of types) and `coder.json` (what it is)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib.metadata import version as installed
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
import skops.io
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from models import language
from models.errors import ModelUnavailable
from models.features import FAMILIES
from models.grounding import NAMES as GROUNDING_NAMES
from models.labels import LABELS
from models.skills import INPUTS, SkillModel

SHIPPED = files("models") / "artifacts"
MODEL_FILE, SIDECAR_FILE = "coder.skops", "coder.json"
FORMAT = 3
# Not numpy: which one is installed depends on the Python in use, and its arrays read the same.
LIBRARIES = ("scikit-learn", "skops", "spacy")
# Beyond plain containers, numpy and scikit-learn, which skops trusts by itself, nothing may stand in the file.
ALLOWED_TYPES: tuple[str, ...] = ()
REMEDY = "run `heard train`, or reinstall, to get one that fits"


@dataclass(frozen=True)
class Sidecar:
    """What the model file is and was made from.

    `features` names the families in order, `threshold` is the probability below which a reading is called uncertain,
    `metrics` the figures on the test split.
    """

    format: int
    sha256: str
    corpus: str
    labels: list[str]
    features: list[str]
    grounding: list[str]
    skills: list[str]
    skill_inputs: list[str]
    language_model: str
    libraries: dict[str, str]
    seed: int
    threshold: float
    metrics: dict[str, Any]

    @property
    def version(self) -> str:
        return self.sha256[:12]


@dataclass(frozen=True)
class Artifact:
    """A loaded model. `coder` (the first look) and `boundary` are pipelines of a DictVectorizer and a
    LogisticRegression; `second` is the second look."""

    coder: Pipeline
    second: LogisticRegression
    boundary: Pipeline
    grounding: LogisticRegression
    skills: SkillModel
    sidecar: Sidecar


def expected(corpus: str, skills: list[str]) -> dict[str, Any]:
    """What this program needs a sidecar to say, apart from the figures."""
    return {
        "format": FORMAT,
        "corpus": corpus,
        "labels": list(LABELS),
        "features": list(FAMILIES),
        "grounding": list(GROUNDING_NAMES),
        "skills": skills,
        "skill_inputs": list(INPUTS),
        "language_model": language.version(),
        "libraries": {name: minor(installed(name)) for name in LIBRARIES},
    }


def minor(version: str) -> str:
    return ".".join(version.split(".")[:2])


def save(folder: Path, parts: dict[str, Any], facts: dict[str, Any]) -> Sidecar:
    """Write the model and its sidecar below `folder`; `parts` holds the fitted estimators, `facts` the rest."""
    folder.mkdir(parents=True, exist_ok=True)
    data: bytes = skops.io.dumps({name: pack(part) for name, part in parts.items()}, compression=8)
    sidecar = Sidecar(sha256=hashlib.sha256(data).hexdigest(), **facts)
    (folder / MODEL_FILE).write_bytes(data)
    (folder / SIDECAR_FILE).write_text(json.dumps(asdict(sidecar), indent=1, ensure_ascii=False) + "\n")
    return sidecar


def load(folder: Traversable = SHIPPED, skills: tuple[str, ...] = ()) -> Artifact:
    """Load and check the model below `folder`. Raises `ModelUnavailable` with the field that does not match."""
    sidecar = read_sidecar(folder)
    data = read_bytes(folder, MODEL_FILE)
    if hashlib.sha256(data).hexdigest() != sidecar.sha256:
        raise ModelUnavailable(f"model: {MODEL_FILE} is damaged (its sha256 is not the sidecar's); {REMEDY}")
    for field, wanted in expected(sidecar.corpus, list(skills) or sidecar.skills).items():
        found = getattr(sidecar, field)
        if found != wanted:
            raise ModelUnavailable(f"model: {SIDECAR_FILE} was made with {field} {found}, needed is {wanted}; {REMEDY}")
    parts = {name: unfold(part) for name, part in unpack(data).items()}
    return Artifact(
        parts["coder"],
        parts["second"],
        parts["boundary"],
        parts["grounding"],
        SkillModel(tuple(sidecar.skills), parts["skills"], parts["spread"]),
        sidecar,
    )


def pack(part: Any) -> Any:
    """A pipeline as its classifier and the names of its columns: skops would store each name as a node of its own."""
    if not isinstance(part, Pipeline):
        return part
    return {"names": np.asarray(part["features"].feature_names_), "classifier": part["classifier"]}


def unfold(part: Any) -> Any:
    """The pipeline that `pack` was given."""
    if not isinstance(part, dict):
        return part
    vectorizer = DictVectorizer()
    vectorizer.feature_names_ = part["names"].tolist()
    vectorizer.vocabulary_ = {name: column for column, name in enumerate(vectorizer.feature_names_)}
    return Pipeline([("features", vectorizer), ("classifier", part["classifier"])])


def read_sidecar(folder: Traversable) -> Sidecar:
    text = read_bytes(folder, SIDECAR_FILE)
    try:
        return Sidecar(**json.loads(text))
    except (ValueError, TypeError) as error:
        raise ModelUnavailable(f"model: {SIDECAR_FILE} cannot be read ({error}); {REMEDY}") from error


def read_bytes(folder: Traversable, name: str) -> bytes:
    try:
        with as_file(folder / name) as path:
            return path.read_bytes()
    except OSError as error:
        raise ModelUnavailable(f"model: {name} is missing or cannot be read; {REMEDY}") from error


def unpack(data: bytes) -> dict[str, Any]:
    unknown = sorted(set(skops.io.get_untrusted_types(data=data)) - set(ALLOWED_TYPES))
    if unknown:
        raise ModelUnavailable(f"model: {MODEL_FILE} holds types that are not allowed: {', '.join(unknown)}; {REMEDY}")
    parts: dict[str, Any] = skops.io.loads(data, trusted=list(ALLOWED_TYPES))
    return parts
