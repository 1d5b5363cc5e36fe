"""Reflection annotations (Wu et al. 2023): is this reflection coherent with the talk before it?

Written by people and by models, judged by nine experts and nine lay people; the experts' judgement counts here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from models.mirrors import tables
from models.mirrors.measures import Figure, MirrorError, Score, auc, figure

NAME, OPTION = "ReflectionGrounding", "--reflection-annotations"
WANTED = "reflection-annotations.csv of the AnnoMI reflection annotations"
COLUMNS = ("dialogue_context", "reflection", "annotator", "coherent_and_context_consistent")
# Reflections on which the experts are divided are left out.
MOSTLY_NOT, MOSTLY = 0.34, 0.66


def figures(path: Path, score: Score) -> dict[str, Figure]:
    """Does grounding tell the reflections that most experts found coherent from those that most did not?"""
    judged = reflections(path)
    talks = [client_words(context, path) for context in judged.dialogue_context]
    documents = score(list(zip(talks, judged.reflection.astype(str), strict=True)))
    clear = [
        (share, document["grounding"]["score"])
        for share, document in zip(judged.share, documents, strict=True)
        if share <= MOSTLY_NOT or share >= MOSTLY
    ]
    coherent = figure(auc, (share > 0.5 for share, _ in clear), [grounding for _, grounding in clear])
    return {"coherent with the disclosure AUC": coherent}


def reflections(path: Path) -> Any:
    """Each reflection in its context, and the `share` of experts who found it coherent."""
    table = tables.read_csv(path, OPTION, COLUMNS, WANTED)
    experts = table[table.annotator.astype(str).str.startswith("Expert")].copy()
    tables.some(experts, "judgement of an expert", path, OPTION, WANTED)
    experts["share"] = experts.coherent_and_context_consistent == "Yes"
    return experts.groupby(["dialogue_context", "reflection"]).share.mean().reset_index()


def client_words(context: str, path: Path) -> str:
    """All that the client says in a context, which is a JSON list of turns {who: words}."""
    try:
        turns = json.loads(context)
    except ValueError as error:
        raise MirrorError(f"{OPTION}: {path.name} has a dialogue_context that is not JSON; give {WANTED}") from error
    if not isinstance(turns, list):
        return str(turns)
    return " ".join(str(turn["client"]) for turn in turns if isinstance(turn, dict) and "client" in turn)
