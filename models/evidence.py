"""The words that moved a decision, from the model's own coefficients; never invented after the fact."""

from __future__ import annotations

from collections.abc import Sequence

from models.coder import Moved
from models.document import Because
from models.features import FAMILIES, Bag

MOST = 3
# Spelling stands in only where nothing that a person would look at spoke for the code.
LAST_RESORT = ("characters",)


def because(moved: Sequence[Moved], bag: Bag, label: str) -> list[Because]:
    """At most three places in the reply, strongest first, none inside another."""
    placed = [(move, bag.where[move.name]) for move in moved if move.name in bag.where]
    first = [pair for pair in placed if family(pair[0]) not in LAST_RESORT]
    found: list[Because] = []
    for move, (start, end) in first or placed:
        if any(start < other["end"] and other["start"] < end for other in found):
            continue
        found.append(
            {"start": start, "end": end, "note": FAMILIES[family(move)].say(move.name).format(label=label.lower())}
        )
        if len(found) == MOST:
            break
    return found


def family(move: Moved) -> str:
    return move.name.partition(":")[0]
