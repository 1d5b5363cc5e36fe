"""Counts over the corpus: what there is, of each kind, in each split."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable
from typing import Any

from corpora import loaders
from corpora.agreement import agreement
from corpora.types import SPLITS, LabelledReply


def stats() -> dict[str, Any]:
    """Counts by code, register, theme and split, and lengths in words; fit to be printed as JSON."""
    replies = loaders.replies()
    scenarios = loaders.scenarios().values()
    return {
        "scenarios": len(scenarios),
        "themes": counted(theme for scenario in scenarios for theme in scenario.themes),
        "difficulty": counted(str(scenario.difficulty) for scenario in scenarios),
        "replies": len(replies),
        "rated_replies": sum(reply.ratings is not None for reply in replies),
        "disclosures": len({loaders.disclosure_of(reply) for reply in replies}),
        "utterances": sum(len(reply.utterances) for reply in replies),
        "codes": counted(u.code for reply in replies for u in reply.utterances),
        "registers": counted(reply.register for reply in replies),
        "splits": {split: size(loaders.in_split(split)) for split in SPLITS},
        "examples": sum(len(code.shows) + len(code.does_not_show) for code in loaders.codes().values()),
        "words_a_reply": spread(len(reply.reply.split()) for reply in replies),
        "words_an_utterance": spread(
            len(reply.reply[u.start : u.end].split()) for reply in replies for u in reply.utterances
        ),
        "utterances_a_reply": spread(len(reply.utterances) for reply in replies),
        "agreement": alphas(),
    }


def alphas() -> dict[str, Any] | str:
    """Krippendorff's alpha, low, high and units of each part; a sentence where the library is not installed."""
    try:
        return {part: {name: list(a) for name, a in rows.items()} for part, rows in agreement().items()}
    except ModuleNotFoundError:
        return "not computed: install the extra `eval` (scripts/setup.sh dev)"


def counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


def size(replies: tuple[LabelledReply, ...]) -> dict[str, int]:
    return {
        "replies": len(replies),
        "utterances": sum(len(reply.utterances) for reply in replies),
        "disclosures": len({loaders.disclosure_of(reply) for reply in replies}),
    }


def spread(lengths: Iterable[int]) -> dict[str, float]:
    found = sorted(lengths)
    low, middle, high = (
        statistics.quantiles(found, n=20)[0],
        statistics.median(found),
        statistics.quantiles(found, n=20)[-1],
    )
    return {"least": found[0], "5 %": low, "median": middle, "95 %": high, "most": found[-1]}
