"""What scoring costs beside the bare spaCy parse, measured turn about in one process."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpora import loaders
from models import disclosure, encoder, language
from models.scorer import Item, Scorer

EVERY = 5
# How often the whole pile is scored, for throughput.
PILES = 3
MEGABYTE = 1e6


def measure(rounds: int) -> dict[str, float | None]:
    """Medians over `rounds`, summed over every fifth reply of the test split; times in milliseconds a reply.

    `load_s`: seconds to make a `Scorer`, imports done. `resident_mb`: memory of the process right after. `many_share`:
    throughput of `score_many` as a share of that of the bare pipeline. `encoder_ms`: a transformer encoder of MiniLM
    size on as many tokens; None where it is not installed.
    """
    began = time.perf_counter()
    scorer = Scorer()
    load = time.perf_counter() - began
    resident = resident_mb()
    pairs = [(loaders.disclosure_of(reply), reply.reply) for reply in loaders.in_split("test")[::EVERY]]
    return {
        "load_s": load,
        "resident_mb": resident,
        "replies": len(pairs),
        **one_by_one(scorer, pairs, rounds),
        **many(scorer, pairs),
    }


def one_by_one(scorer: Scorer, pairs: Sequence[tuple[str, str]], rounds: int) -> dict[str, float | None]:
    nlp, encode = language.pipeline(), encoder.load()
    totals: dict[str, float] = {}
    for said, reply in pairs:
        disclosure.known(said)
        work: dict[str, Callable[[], object]] = {
            "parse": lambda reply=reply: nlp(reply),  # type: ignore[misc]
            "known": lambda said=said, reply=reply: scorer.score(said, reply),  # type: ignore[misc]
            "parse_both": lambda said=said, reply=reply: (nlp(said), nlp(reply)),  # type: ignore[misc]
            "new": lambda said=said, reply=reply: anew(scorer, said, reply),  # type: ignore[misc]
        }
        if encode is not None:
            tokens = len(nlp(reply))
            work["encoder"] = lambda tokens=tokens: encode(tokens)  # type: ignore[misc]
        times: dict[str, list[float]] = {name: [] for name in work}
        for _ in range(rounds):
            for name, run in work.items():
                began = time.perf_counter()
                run()
                times[name].append(time.perf_counter() - began)
            disclosure.known(said)
        for name, found in times.items():
            totals[name] = totals.get(name, 0.0) + statistics.median(found)
    mean = {f"{name}_ms": 1000 * total / len(pairs) for name, total in totals.items()}
    return {
        "encoder_ms": None,
        **mean,
        "known_ratio": totals["known"] / totals["parse"],
        "new_ratio": totals["new"] / totals["parse_both"],
    }


def many(scorer: Scorer, pairs: Sequence[tuple[str, str]]) -> dict[str, float | None]:
    """Replies a second in one pile, scored and only parsed, and the share of the former in the latter."""
    items = [Item(said, reply) for said, reply in pairs]
    texts = [reply for _, reply in pairs]
    work: dict[str, Callable[[], Any]] = {
        "pipe": lambda: language.pipeline().pipe(texts),
        "many": lambda: scorer.score_many(items),
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(PILES):
        for name, run in work.items():
            began = time.perf_counter()
            for _each in run():
                pass
            times[name].append(time.perf_counter() - began)
    pipe, scored = (statistics.median(times[name]) for name in ("pipe", "many"))
    return {"pipe_per_s": len(pairs) / pipe, "many_per_s": len(pairs) / scored, "many_share": pipe / scored}


def resident_mb() -> float:
    """Memory held by this process: now, where the system tells; else the most it ever held."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / MEGABYTE
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / MEGABYTE if sys.platform == "darwin" else most * 1024 / MEGABYTE


def anew(scorer: Scorer, said: str, reply: str) -> object:
    disclosure.forget()
    return scorer.score(said, reply)
