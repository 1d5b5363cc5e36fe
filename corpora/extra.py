"""Labelled replies of one's own, in the corpus format: a trainer's corrections, say.

Each line is a labelled reply as in `data/replies`; what it answers stands in the line itself, as `disclosure`.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from corpora import loaders
from corpora.reading import CorpusError, Problem, Record, read_jsonl
from corpora.types import LabelledReply
from corpora.validate import check_answered, check_reply, check_unique, squash


def read_extra(file: Traversable) -> tuple[LabelledReply, ...]:
    """The replies in `file`. Raises `CorpusError` with every problem: file, line, remedy."""
    records = read_jsonl(file, LabelledReply, file.name)
    if not records:
        raise CorpusError([Problem(file.name, 1, "holds no replies; give one JSON object a line, as in the corpus")])
    codes, skills = set(loaders.codes()), set(loaders.skills())
    problems = [problem for record in records for problem in record.problems]
    problems += check_unique(records)
    taken = {reply.id for reply in loaders.replies()}
    judged = {squash(loaders.disclosure_of(reply)) for reply in loaders.in_split("test")}
    for record in records:
        problems += check_answered(record, set(loaders.disclosures()), set(loaders.scenarios()))
        problems += check_reply(record, codes, skills)
        problems += [] if record.value is None else check_apart(record, record.value, taken, judged)
    if problems:
        raise CorpusError(sorted(problems, key=lambda problem: problem.line))
    return tuple(record.value for record in records if record.value is not None)


def check_apart(
    record: Record[LabelledReply], reply: LabelledReply, taken: set[str], judged: set[str]
) -> list[Problem]:
    """It is no reply of the corpus, and what it answers is not what the model is judged on."""
    if reply.id in taken:
        return [record.problem(f"id: {reply.id!r} is in the corpus already; give this one another")]
    answered = reply.disclosure or loaders.disclosures().get(reply.disclosure_id or "", "")
    if answered and squash(answered) in judged:
        return [record.problem("disclosure: the model is judged on replies to it; leave this line out")]
    return []
