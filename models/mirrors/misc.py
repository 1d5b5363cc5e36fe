"""MIV6.3A, the corpus of AutoMISC (2025): smoking cessation chats, cut into utterances and coded by trained coders.

Codes are those of MISC 2.5; the column that people filled in is `t2_label_GT`. The reply is a counsellor's whole
volley, so cutting it into utterances is judged too. The same layout serves AutoMISC's other talks (HLQC).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from models.document import ScoreDocument, UtteranceScore
from models.examples import bare
from models.mirrors import tables
from models.mirrors.measures import Figure, Score, calibration, figure, kappa, macro_f1, present_f1

NAME, BARE_NAME, OPTION = "MIV6.3A", "MIV6.3A-bare", "--misc"
WANTED = "MIV6.3A_manual.csv of the AutoMISC corpus"
COLUMNS = ("conv_id", "speaker", "corp_vol_idx", "vol_text", "utt_text", "t2_label_GT")
# Talks that are in AnnoMI as well: measured there.
IN_ANNOMI = ("high_099", "low_001", "low_080")

# Groups that both codings can be read as: MISC's codes (its others are the client's), then ours.
GROUPS = {
    "reflection": ("SR CR RF", "simple_reflection complex_reflection"),
    "open": ("OQ", "open_question"),
    "closed": ("CQ", "closed_question"),
    "support": ("AF SU EC", "affirm support emphasize_autonomy seek_collaboration"),
    "advice": ("ADP ADW DI", "advise_with_permission advise_without_permission"),
    "confront": ("CO WA RCW RCP", "confront minimize"),
    "information": ("GI", "give_information self_disclose"),
    "other": ("FA FI ST", "facilitate"),
}
MISC_GROUPS = {code: group for group, (theirs, _) in GROUPS.items() for code in theirs.split()}
OUR_GROUPS = {code: group for group, (_, ours) in GROUPS.items() for code in ours.split()}
PEOPLE_KAPPA = 0.60

# An utterance is looked for by its first letters, since its end may be written a little otherwise in the volley.
LOOKED_FOR = 20
# A boundary may be off by a space and a mark or two.
NEAR = 4


class Volley(NamedTuple):
    """All a counsellor said in one go, what was said before, and its utterances as (text, MISC code)."""

    before: str
    text: str
    utterances: list[tuple[str, str]]


def figures(path: Path, score: Score) -> dict[str, Figure]:
    """Utterance codes in the groups of `GROUPS`, and where utterances begin."""
    return measured(volleys(path, str), score)


def bare_figures(path: Path, score: Score) -> dict[str, Figure]:
    """The same without capitals and punctuation: as a speech recogniser would have left it."""
    return measured(volleys(path, bare), score)


def volleys(path: Path, spelling: Callable[[str], str]) -> list[Volley]:
    """The counsellor's volleys that hold words, every text put into `spelling`."""
    table = tables.read_csv(path, OPTION, COLUMNS, WANTED)
    table = table[~table.conv_id.isin(IN_ANNOMI)].copy()
    table["text"] = table.utt_text.fillna("").astype(str).map(spelling)
    table["volley"] = table.vol_text.fillna("").astype(str).map(spelling)
    found: list[Volley] = []
    last: dict[str, str] = {}
    for _, rows in table.groupby("corp_vol_idx", sort=True):
        first = rows.iloc[0]
        if first.speaker == "counsellor" and first.volley.strip():
            before = last.get(first.conv_id, "")
            found.append(Volley(before, first.volley, list(zip(rows.text, rows.t2_label_GT, strict=True))))
        last[first.conv_id] = first.volley
    coded = [volley for volley in found if any(label in MISC_GROUPS for _, label in volley.utterances)]
    tables.some(coded, "coded volley of a counsellor", path, OPTION, WANTED)
    return found


def measured(said: Sequence[Volley], score: Score) -> dict[str, Figure]:
    documents = score([(volley.before, volley.text) for volley in said])
    both = [read for volley, d in zip(said, documents, strict=True) for read in groups(volley, d)]
    gold, found, sure = [wanted for wanted, _, _ in both], [got for _, got, _ in both], [p for _, _, p in both]
    return {
        "utterance code macro-F1, 7 groups": figure(macro_f1, gold, found),
        "utterance code kappa": figure(kappa, gold, found, people=PEOPLE_KAPPA),
        "reflection F1": group_f1(gold, found, ["reflection"]),
        "question F1": group_f1(gold, found, ["open", "closed"]),
        "advice or confront F1": group_f1(gold, found, ["advice", "confront"]),
        "calibration (1 - expected error), 7 groups": figure(calibration, np.asarray(gold) == np.asarray(found), sure),
        "boundary F1": figure(pooled_f1, *boundaries(said, documents)),
    }


def group_f1(gold: Sequence[str], found: Sequence[str], names: Sequence[str]) -> Figure:
    return figure(present_f1, np.isin(gold, names), np.isin(found, names))


def places(volley: Volley) -> Iterator[tuple[int, int]]:
    """Where each utterance stands in its volley; one that cannot be found is taken to follow the one before."""
    at = 0
    for text, _ in volley.utterances:
        found = volley.text.lower().find(text.lower()[:LOOKED_FOR], at)
        start = found if found >= 0 else at
        at = start + len(text)
        yield start, at


def groups(volley: Volley, document: ScoreDocument) -> Iterator[tuple[str, str, float]]:
    """For each coded utterance its group, that of the scored utterance which overlaps it most, and the latter's
    probability."""
    for (start, end), (_, label) in zip(places(volley), volley.utterances, strict=True):
        if label not in MISC_GROUPS:
            continue
        read = utterance_at(document, start, end)
        group = OUR_GROUPS[read["code"]]
        likely = math.fsum(p for code, p in read["probabilities"].items() if OUR_GROUPS[code] == group)
        yield MISC_GROUPS[label], group, likely


def utterance_at(document: ScoreDocument, start: int, end: int) -> UtteranceScore:
    """The scored utterance that shares most with `start` to `end` of the reply."""
    return max(document["utterances"], key=lambda u: min(end, u["end"]) - max(start, u["start"]))


def boundaries(said: Sequence[Volley], documents: Sequence[ScoreDocument]) -> tuple[list[int], list[int], list[int]]:
    """For each volley, how many places where an utterance begins were found, wanted and given; the first is no find."""
    hits, wanted, given = [], [], []
    for volley, document in zip(said, documents, strict=True):
        gold = [start for start, _ in places(volley)][1:]
        ours = [utterance["start"] for utterance in document["utterances"]][1:]
        hits.append(sum(any(abs(start - other) <= NEAR for other in ours) for start in gold))
        wanted.append(len(gold))
        given.append(len(ours))
    return hits, wanted, given


def pooled_f1(hits: Any, wanted: Any, given: Any) -> float:
    return float(2 * hits.sum() / max(1, wanted.sum() + given.sum()))
