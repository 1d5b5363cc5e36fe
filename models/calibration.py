"""Do probabilities hold? What was said to be so likely against how often it was so, in ten equal bins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

BINS = 10


def binned(likely: Any, right: Any) -> list[tuple[float, float, int]]:
    """For each bin that holds any: mean probability, share that was right, and how many. Both columns are (n,)."""
    said, was = np.asarray(likely, dtype=float), np.asarray(right, dtype=float)
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    return [
        (float(said[bins == b].mean()), float(was[bins == b].mean()), int((bins == b).sum()))
        for b in range(BINS)
        if (bins == b).any()
    ]


def error(points: Sequence[tuple[float, float, int]]) -> float:
    """Expected calibration error (0 to 1) of binned points."""
    return sum(abs(said - was) * count for said, was, count in points) / sum(count for _, _, count in points)
