"""The authored data, typed, validated and read once. Nothing here needs a file system: wheels and zips work too."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache

from corpora.reading import CorpusError, Record, T
from corpora.types import Code, LabelledReply, Scenario, Skill, Split
from corpora.validate import DATA, Corpus, check, read_corpus, yaml_folder


def values(records: list[Record[T]]) -> tuple[T, ...]:
    problems = [problem for record in records for problem in record.problems]
    if problems:
        raise CorpusError(problems)
    return tuple(record.value for record in records if record.value is not None)


@cache
def codes() -> dict[str, Code]:
    """The codes by id, in the order of their file names."""
    return {code.id: code for code in values(yaml_folder(DATA, "codes", Code))}


@cache
def skills() -> dict[str, Skill]:
    """The skills by id, in the order in which learners meet them."""
    found = {skill.id: skill for skill in values(yaml_folder(DATA, "skills", Skill))}
    return dict(sorted(found.items(), key=lambda item: item[1].order))


@cache
def scenarios() -> dict[str, Scenario]:
    """The scenarios by id, gentle ones first."""
    found = values(yaml_folder(DATA, "scenarios", Scenario))
    return {scenario.id: scenario for scenario in sorted(found, key=lambda s: (s.difficulty, s.id))}


@cache
def corpus() -> Corpus:
    """Everything below the data folder as it was read, once."""
    return read_corpus()


@cache
def replies() -> tuple[LabelledReply, ...]:
    """Every labelled reply; raises `CorpusError` where any rule of the corpus is broken."""
    if problems := check(corpus()):
        raise CorpusError(problems)
    return values(corpus().replies)


@cache
def disclosures() -> dict[str, str]:
    """What was said before a reply, by disclosure id."""
    return {d.id: d.text for d in values(corpus().disclosures)}


@cache
def splits() -> dict[str, Split]:
    """The split of each group (scenario or disclosure)."""
    record = corpus().splits
    if record.value is None:
        raise CorpusError(list(record.problems))
    return {group: split for split, groups in record.value.items() for group in groups}  # type: ignore[misc]


def disclosure_of(reply: LabelledReply) -> str:
    """The words that `reply` answers."""
    if reply.disclosure is not None:
        return reply.disclosure
    if reply.disclosure_id is not None:
        return disclosures()[reply.disclosure_id]
    scenario = scenarios()[reply.scenario or ""]
    if reply.step == 0:
        return scenario.opening
    said: str = getattr(scenario.steps[reply.step - 1], reply.variant or "opens_up")
    return said


def in_split(split: Split) -> tuple[LabelledReply, ...]:
    return tuple(reply for reply in replies() if splits()[reply.group] == split)


def training_hash(extra: Sequence[LabelledReply] = ()) -> str:
    """SHA-256 (hex) over all that a model is trained from: replies, what they answer, codes, ratings and splits.

    `extra` are replies that stand in no split.
    """
    digest = hashlib.sha256()
    for reply in (*sorted(replies(), key=lambda r: r.id), *extra):
        spans = [(u.start, u.end, u.code) for u in reply.utterances]
        row = (reply.id, splits().get(reply.group), disclosure_of(reply), reply.reply, spans, reply.ratings)
        digest.update(json.dumps(row, sort_keys=True).encode() + b"\n")
    return digest.hexdigest()
