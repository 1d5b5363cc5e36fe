"""AnnoMI (Wu et al. 2022, 2023): demonstrations of motivational interviewing, spoken.

Experts coded each therapist turn; ten coders coded seven of the transcripts, of which the first coding in the file
counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.document import ScoreDocument
from models.mirrors import tables
from models.mirrors.measures import (
    INPUT,
    MAIN_BEHAVIOURS,
    QUESTION,
    REFLECTION,
    Figure,
    Score,
    auc,
    figure,
    has,
    kappa,
    likelihood,
    macro_f1,
    main_behaviour,
    present_f1,
    told_apart,
)

NAME, OPTION = "AnnoMI", "--annomi"
WANTED = "AnnoMI-full.csv of the AnnoMI corpus"
COLUMNS = (
    "transcript_id", "utterance_id", "interlocutor", "utterance_text", "reflection_exists", "reflection_subtype",
    "question_exists", "question_subtype", "therapist_input_exists", "main_therapist_behaviour",
)  # fmt: skip

# What a turn holds: name, column, our codes, and the F1 that trained people reach.
BEHAVIOURS = (
    ("reflection", "reflection_exists", REFLECTION, 0.829),
    ("question", "question_exists", QUESTION, 0.945),
    ("input", "therapist_input_exists", INPUT, 0.807),
)
PEOPLE_MAIN_F1, PEOPLE_MAIN_KAPPA = 0.861, 0.82


def figures(path: Path, score: Score) -> dict[str, Figure]:
    """Are reflections, questions and input found where they are? What does a turn mainly do? Of which kind are they?

    Complex against simple is a soft judgement, on which experts agree little.
    """
    turns = therapist_turns(path)
    documents = score(list(zip(turns.before, turns.text, strict=True)))
    return {
        **presence(turns, documents),
        **main(turns, documents),
        "open vs closed AUC, given a question": told_apart(
            turns.question_subtype, documents, ("open", "open_question"), ("closed", "closed_question")
        ),
        "complex vs simple AUC, given a reflection (soft)": told_apart(
            turns.reflection_subtype, documents, ("complex", "complex_reflection"), ("simple", "simple_reflection")
        ),
    }


def therapist_turns(path: Path) -> Any:
    """The therapist's turns that hold words, `text`, each with what the client had said last, `before`."""
    table = tables.read_csv(path, OPTION, COLUMNS, WANTED).drop_duplicates(["transcript_id", "utterance_id"])
    table = table.sort_values(["transcript_id", "utterance_id"])
    table["text"] = table.utterance_text.fillna("").astype(str)
    client = table.text.where(table.interlocutor == "client")
    table["before"] = client.groupby(table.transcript_id).ffill().fillna("")
    turns = table[(table.interlocutor == "therapist") & (table.text.str.strip() != "")].copy()
    tables.some(turns, "turn of a therapist", path, OPTION, WANTED)
    turns["main"] = turns.main_therapist_behaviour.replace({"therapist_input": "input"})
    tables.expect(turns.main, MAIN_BEHAVIOURS, "main_therapist_behaviour", path, OPTION)
    return turns


def presence(turns: Any, documents: Sequence[ScoreDocument]) -> dict[str, Figure]:
    found = {}
    for name, column, codes, people in BEHAVIOURS:
        gold = (turns[column].astype(str) == "True").tolist()
        found[f"{name} present F1"] = figure(present_f1, gold, [has(d, codes) for d in documents], people=people)
        found[f"{name} AUC"] = figure(auc, gold, [likelihood(d, codes) for d in documents])
    return found


def main(turns: Any, documents: Sequence[ScoreDocument]) -> dict[str, Figure]:
    gold, found = turns.main.tolist(), [main_behaviour(document) for document in documents]
    return {
        "main behaviour macro-F1": figure(macro_f1, gold, found, people=PEOPLE_MAIN_F1),
        "main behaviour kappa": figure(kappa, gold, found, people=PEOPLE_MAIN_KAPPA),
    }
