"""How far two coders agreed, who did not see one another's work: Krippendorff's alpha, with intervals.

`agreement.jsonl` keeps both codings as they were before the disagreements were talked through.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable
from typing import Any, Literal, NamedTuple

import numpy as np

from corpora import loaders
from corpora.validate import DATA

RESAMPLES = 200
SEED = 7


class Alpha(NamedTuple):
    """Krippendorff's alpha (1: always, 0: as by chance), its 95 % bootstrap interval over replies, and its units."""

    value: float
    low: float
    high: float
    units: int


Level = Literal["nominal", "ordinal"]
Pairs = list[list[tuple[int, int]]]


def agreement(file: Traversable = DATA / "agreement.jsonl") -> dict[str, dict[str, Alpha]]:
    """Alpha over code families and codes, for each code against the rest, and for each rating (ordinal).

    Raises `ModuleNotFoundError` where krippendorff is not installed (the extra `eval`).
    """
    rows = twice_coded(file)
    codes = loaders.codes()
    names, families = list(codes), sorted({code.family for code in codes.values()})
    coded = [list(zip(row["first"]["codes"], row["second"]["codes"], strict=True)) for row in rows]

    def numbered(number: Callable[[str], int]) -> Pairs:
        return [[(number(one), number(other)) for one, other in reply] for reply in coded]

    return {
        "all": {
            "families": alpha(numbered(lambda code: families.index(codes[code].family))),
            "codes": alpha(numbered(names.index)),
        },
        "codes": {name: alpha(numbered(lambda code, name=name: int(code == name))) for name in names},  # type: ignore[misc]
        "ratings": {
            skill: alpha([[(r["first"]["ratings"][skill], r["second"]["ratings"][skill])] for r in rows], "ordinal")
            for skill in (*loaders.skills(), "overall")
        },
    }


def twice_coded(file: Traversable = DATA / "agreement.jsonl") -> list[dict[str, Any]]:
    """The replies that were coded twice: `id`, and `first` and `second` with `codes` by utterance and `ratings`."""
    return [json.loads(line) for line in file.read_text().splitlines() if line]


def alpha(replies: Pairs, level: Level = "nominal") -> Alpha:
    chance = np.random.default_rng(SEED)
    drawn = [chance.integers(0, len(replies), len(replies)) for _ in range(RESAMPLES)]
    spread = [of([pair for index in sample for pair in replies[index]], level) for sample in drawn]
    low, high = np.percentile(spread, [2.5, 97.5])
    pairs = [pair for reply in replies for pair in reply]
    return Alpha(round(of(pairs, level), 3), round(float(low), 3), round(float(high), 3), len(pairs))


def of(pairs: Sequence[tuple[int, int]], level: Level) -> float:
    """Alpha over pairs of values; 1 where both coders used one and the same value throughout."""
    if len({value for pair in pairs for value in pair}) < 2:
        return 1.0
    import krippendorff  # noqa: PLC0415 (an optional extra)

    table: Any = np.asarray(pairs, dtype=float).T
    return float(krippendorff.alpha(table, level_of_measurement=level))
