"""What scoring costs beside the bare spaCy parse, measured turn about in one process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from corpora import loaders
from models import disclosure, language
from models.scorer import Scorer

EVERY = 5


def measure(rounds: int) -> dict[str, float]:
    """Medians over `rounds`, summed over every fifth reply of the test split; times in milliseconds a reply."""
    scorer, nlp = Scorer(), language.pipeline()
    pairs = [(loaders.disclosure_of(reply), reply.reply) for reply in loaders.in_split("test")[::EVERY]]
    totals = dict.fromkeys(("parse", "known", "parse_both", "new"), 0.0)
    for said, reply in pairs:
        disclosure.known(said)
        work: dict[str, Callable[[], object]] = {
            "parse": lambda reply=reply: nlp(reply),  # type: ignore[misc]
            "known": lambda said=said, reply=reply: scorer.score(said, reply),  # type: ignore[misc]
            "parse_both": lambda said=said, reply=reply: (nlp(said), nlp(reply)),  # type: ignore[misc]
            "new": lambda said=said, reply=reply: anew(scorer, said, reply),  # type: ignore[misc]
        }
        times: dict[str, list[float]] = {name: [] for name in work}
        for _ in range(rounds):
            for name, run in work.items():
                began = time.perf_counter()
                run()
                times[name].append(time.perf_counter() - began)
            disclosure.known(said)
        for name, found in times.items():
            totals[name] += statistics.median(found)
    mean = {f"{name}_ms": 1000 * total / len(pairs) for name, total in totals.items()}
    return {
        "replies": len(pairs),
        **mean,
        "known_ratio": totals["known"] / totals["parse"],
        "new_ratio": totals["new"] / totals["parse_both"],
    }


def anew(scorer: Scorer, said: str, reply: str) -> object:
    disclosure.known.cache_clear()
    return scorer.score(said, reply)
