"""Public corpora in which trained people coded what listeners said: mirrors to look into, never to learn from.

Each file reads one corpus in its published format, given by path; nothing of them is kept, packaged or trained on.
`MIRRORS` is the whole list.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from models.mirrors import annomi, epitome, esconv, feedback_esconv, misc, reflection_annotations
from models.mirrors.measures import Figure, MirrorError, Score


class Mirror(NamedTuple):
    """A public corpus: the option that gives its `file`, who coded what, its licence, and what measures it."""

    name: str
    option: str
    file: str
    about: str
    licence: str
    figures: Callable[[Path, Score], dict[str, Figure]]


MIRRORS = (
    Mirror(
        annomi.NAME, annomi.OPTION, "AnnoMI-full.csv",
        "AnnoMI (Wu et al. 2022, 2023): motivational interviewing demonstrations, spoken; coded by experts",
        "none stated", annomi.figures,
    ),
    Mirror(
        misc.NAME, misc.OPTION, "MIV6.3A_manual.csv",
        "AutoMISC (2025): smoking cessation chats in MISC 2.5 codes; coded by trained coders",
        "none stated", misc.figures,
    ),
    Mirror(
        misc.BARE_NAME, misc.OPTION, "MIV6.3A_manual.csv",
        "the same without capitals and punctuation, as a speech recogniser leaves it",
        "none stated", misc.bare_figures,
    ),
    Mirror(
        esconv.NAME, esconv.OPTION, "devWithStrategy_short.tsv",
        "ESConv (Liu et al. 2021): emotional support chats; strategies named by the helpers themselves",
        "academic use", esconv.figures,
    ),
    Mirror(
        epitome.NAME, epitome.OPTION, "EPITOME",
        "EPITOME (Sharma et al. 2020): peer support posts, three mechanisms of empathy; rated by a trained crowd",
        "academic use", epitome.figures,
    ),
    Mirror(
        feedback_esconv.NAME, feedback_esconv.OPTION, "feedback-esconv.json",
        "FeedbackESConv (Chaszczewicz et al. 2024): what supervisors praised and faulted; experts with a model's draft",
        "research", feedback_esconv.figures,
    ),
    Mirror(
        reflection_annotations.NAME, reflection_annotations.OPTION, "reflection-annotations.csv",
        "Wu et al. 2023: is this reflection coherent with the talk before it? Judged by nine experts",
        "CC BY-NC", reflection_annotations.figures,
    ),
)  # fmt: skip

__all__ = ["MIRRORS", "Figure", "Mirror", "MirrorError", "Score"]
