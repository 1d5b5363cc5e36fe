"""EPITOME (Sharma et al. 2020): peer support posts; a trained crowd rated three mechanisms of empathy.

Its "interpretation" rewards shared experience, which this project counts as turning to oneself: hence its figure asks
for a reflection or for self-disclosure.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from models.mirrors import tables
from models.mirrors.measures import QUESTION, REFLECTION, Figure, Score, auc, figure, likelihood, skill

NAME, OPTION = "EPITOME", "--epitome"
EMOTION, INTERPRETATION, EXPLORATION = "emotional-reactions", "interpretations", "explorations"
WANTED = (
    "the folder of EPITOME's emotional-reactions-reddit.csv, interpretations-reddit.csv and explorations-reddit.csv"
)
KEY = ["sp_id", "rp_id"]
COLUMNS = (*KEY, "seeker_post", "response_post", "level")
LEVELS = (0, 1, 2)


def figures(path: Path, score: Score) -> dict[str, Figure]:
    """Does a skill, or what the reply was read as, tell the posts in which each mechanism was found from the others?

    `path` is the folder of the three files.
    """
    posts = mechanism(path, EMOTION)
    documents = score(list(zip(posts.seeker_post.astype(str), posts.response_post.astype(str), strict=True)))
    names = keys(posts)
    warmth = [skill(document, "validation") for document in documents]
    understanding = [likelihood(document, REFLECTION | {"self_disclose"}) for document in documents]
    asking = [likelihood(document, QUESTION) for document in documents]
    return {
        "emotional reaction AUC (validation skill)": figure(auc, shown(posts, names), warmth),
        "interpretation AUC (reflection or self-disclosure)": figure(
            auc, shown(mechanism(path, INTERPRETATION), names), understanding
        ),
        "exploration AUC (question)": figure(auc, shown(mechanism(path, EXPLORATION), names), asking),
    }


def mechanism(path: Path, name: str) -> Any:
    file = path / f"{name}-reddit.csv"
    table = tables.read_csv(file, OPTION, COLUMNS, WANTED)
    tables.expect(table.level, LEVELS, "level", file, OPTION)
    return table


def keys(table: Any) -> list[tuple[Any, ...]]:
    """What names each row. The published ids are not unique, so the how-manieth row of its ids is part of it."""
    return list(zip(table.sp_id, table.rp_id, table.groupby(KEY).cumcount(), strict=True))


def shown(table: Any, names: list[tuple[Any, ...]]) -> list[bool]:
    """Was the mechanism found, weakly or strongly, in each of the replies that `keys` names so?"""
    levels = dict(zip(keys(table), table.level, strict=True))
    return [levels.get(name, 0) > 0 for name in names]
