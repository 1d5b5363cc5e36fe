"""A scorer that reads what a test tells it to: the one fake among the tests of the public corpora."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from models.labels import LABELS
from models.mirrors.measures import Pair


class Reader:
    """Scores replies by what `readings` says of their text; `seen` holds the pairs it was given."""

    def __init__(self, readings: Mapping[str, dict[str, Any]]) -> None:
        self.readings = readings
        self.seen: list[Pair] = []

    def __call__(self, pairs: list[Pair]) -> list[Any]:
        self.seen += pairs
        return [self.readings[reply] for _, reply in pairs]


def reading(
    *utterances: tuple[Any, ...], grounding: float = 0.5, overall: float = 0.5, **skills: float
) -> dict[str, Any]:
    """A document of `(code, probability)` or `(code, probability, start, end)` utterances."""
    return {
        "utterances": [utterance(*given) for given in utterances],
        "skills": {name: {"score": value} for name, value in skills.items()},
        "grounding": {"score": grounding},
        "overall": {"score": overall},
    }


def utterance(code: str, probability: float, start: int = 0, end: int = 1000) -> dict[str, Any]:
    """All that is left over of the probability goes to `facilitate`, or to `support` where that is the code."""
    rest = "support" if code == "facilitate" else "facilitate"
    found = {**dict.fromkeys(LABELS, 0.0), rest: 1 - probability, code: probability}
    return {"code": code, "probabilities": found, "start": start, "end": end}


@pytest.fixture
def reader():
    return Reader


@pytest.fixture
def read_as():
    return reading


@pytest.fixture
def write_csv(tmp_path):
    """Writes rows (dictionaries with the same keys) as a CSV file of that name and gives its path."""

    def write(name: str, rows: list[dict[str, Any]]) -> Path:
        path: Path = tmp_path / name
        pd.DataFrame(rows).to_csv(path, index=False)
        return path

    return write
