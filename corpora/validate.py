"""Every rule that authored data keeps. Each message names file, line, problem and remedy; all are reported at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from corpora.reading import Problem, Record, T, read_jsonl, read_yaml
from corpora.types import SPLITS, Code, Disclosure, LabelledReply, Pair, Scenario, Skill

DATA = files("corpora") / "data"
# A disclosure of fewer words may stand in several conversations.
TELLING_WORDS = 6
OPENING_WORDS = range(30, 91)


@dataclass(frozen=True)
class Corpus:
    """All that was read, good or bad, in file order."""

    codes: list[Record[Code]]
    skills: list[Record[Skill]]
    scenarios: list[Record[Scenario]]
    disclosures: list[Record[Disclosure]]
    replies: list[Record[LabelledReply]]
    splits: Record[dict[str, list[str]]]


def children(folder: Traversable, ending: str) -> list[Traversable]:
    """The files in `folder` with this ending, by name; none where there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted((f for f in folder.iterdir() if f.name.endswith(ending)), key=lambda f: f.name)


def yaml_folder(root: Traversable, folder: str, kind: type[T]) -> list[Record[T]]:
    return [read_yaml(f, kind, f"{folder}/{f.name}") for f in children(root / folder, ".yaml")]


def read_corpus(root: Traversable = DATA) -> Corpus:
    """Read everything below `root` without judging it."""
    replies = [
        record
        for file in children(root / "replies", ".jsonl")
        for record in read_jsonl(file, LabelledReply, f"replies/{file.name}")
    ]
    disclosures = root / "disclosures.jsonl"
    splits = root / "splits.yaml"
    missing = Problem("splits.yaml", 1, "no such file; name the train, development and test groups in it")
    return Corpus(
        codes=yaml_folder(root, "codes", Code),
        skills=yaml_folder(root, "skills", Skill),
        scenarios=yaml_folder(root, "scenarios", Scenario),
        disclosures=read_jsonl(disclosures, Disclosure, "disclosures.jsonl") if disclosures.is_file() else [],
        replies=replies,
        splits=read_yaml(splits, dict[str, list[str]], "splits.yaml")
        if splits.is_file()
        else Record("splits.yaml", 1, None, (missing,)),
    )


def check(corpus: Corpus) -> list[Problem]:
    """Everything wrong with `corpus`, by file and line."""
    codes, skills = ids(corpus.codes), ids(corpus.skills)
    disclosures, scenarios = ids(corpus.disclosures), ids(corpus.scenarios)
    problems = [problem for record in every(corpus) for problem in record.problems]
    for record in (r for r in every(corpus) if r.file.endswith(".yaml") and "/" in r.file):
        problems += check_file_name(record)
    problems += check_unique([*corpus.disclosures, *corpus.scenarios])
    problems += check_unique(corpus.replies)
    for code in corpus.codes:
        problems += check_code(code, codes)
    for skill in corpus.skills:
        problems += check_skill(skill, codes)
    for scenario in corpus.scenarios:
        problems += check_scenario(scenario, skills)
    for reply in corpus.replies:
        problems += check_answered(reply, disclosures, scenarios)
        problems += check_reply(reply, codes, skills)
    problems += check_splits(corpus)
    return sorted(problems, key=lambda p: (p.file, p.line, p.message))


def ids(records: Iterable[Record[Any]]) -> set[str]:
    return {record.value.id for record in records if record.value is not None}


def good(records: Iterable[Record[T]]) -> Iterator[tuple[Record[T], T]]:
    return ((record, record.value) for record in records if record.value is not None)


def every(corpus: Corpus) -> list[Record[Any]]:
    return [
        *corpus.codes,
        *corpus.skills,
        *corpus.scenarios,
        *corpus.disclosures,
        *corpus.replies,
        corpus.splits,
    ]


def check_file_name(record: Record[Any]) -> Iterator[Problem]:
    stem = record.file.rpartition("/")[2].removesuffix(".yaml")
    if record.value is not None and record.value.id != stem:
        yield record.problem(f"id: is not the file's name; make both {stem!r}", "id")


def check_unique(records: Iterable[Record[Any]]) -> Iterator[Problem]:
    first: dict[str, Record[Any]] = {}
    for record, value in good(records):
        name = value.id
        if name in first:
            there = first[name]
            yield record.problem(f"id: {name!r} is used at {there.file}:{there.line}; give this one another", "id")
        first.setdefault(name, record)


def check_code(record: Record[Code], codes: set[str]) -> Iterator[Problem]:
    if record.value is None:
        return
    for index, example in enumerate(record.value.shows):
        if example.code is not None:
            yield record.problem("code: a `shows` example has its file's code; remove it", "shows", index, "code")
    for index, example in enumerate(record.value.does_not_show):
        place = ("does_not_show", index, "code")
        if example.code is None:
            yield record.problem("code: missing; say what this example is instead", *place)
        elif example.code not in codes:
            yield record.problem(f"code: no code {example.code!r}; use one of {listed(codes)}", *place)
        elif example.code == record.value.id:
            yield record.problem("code: is this file's own; move the example to `shows`", *place)


def check_skill(record: Record[Skill], codes: set[str]) -> Iterator[Problem]:
    if record.value is None:
        return
    for key in ("shown_by", "hindered_by"):
        for index, code in enumerate(getattr(record.value, key)):
            if code not in codes:
                yield record.problem(f"{key}: no code {code!r}; use one of {listed(codes)}", key, index)


def check_scenario(record: Record[Scenario], skills: set[str]) -> Iterator[Problem]:
    scenario = record.value
    if scenario is None:
        return
    if (words := len(scenario.opening.split())) not in OPENING_WORDS:
        yield record.problem(f"opening: has {words} words; write 30 to 90", "opening")
    for skill in sorted(skills - set(scenario.exemplars)):
        yield record.problem(f"exemplars: none for {skill!r}; add a weaker/stronger pair", "exemplars")
    for skill, pairs in scenario.exemplars.items():
        if skill not in skills:
            yield record.problem(f"exemplars: no skill {skill!r}; use one of {listed(skills)}", "exemplars", skill)
        elif not any(pair.step == 0 for pair in pairs):
            yield record.problem("exemplars: none answers the opening; add one with step 0", "exemplars", skill)
        yield from check_pair_steps(record, skill, pairs, len(scenario.steps))


def check_pair_steps(record: Record[Scenario], skill: str, pairs: Iterable[Pair], steps: int) -> Iterator[Problem]:
    for index, pair in enumerate(pairs):
        if pair.step >= steps:
            place = ("exemplars", skill, index, "step")
            yield record.problem(f"step: {pair.step} has no reply after it; use 0 to {steps - 1}", *place)


def check_answered(record: Record[LabelledReply], disclosures: set[str], scenarios: set[str]) -> Iterator[Problem]:
    """A reply answers one thing, and that is there."""
    reply = record.value
    if reply is None:
        return
    if [reply.scenario, reply.disclosure_id, reply.disclosure].count(None) != 2:
        yield record.problem("give `scenario` (and `step`), `disclosure_id` or `disclosure`: one of the three")
    elif reply.disclosure_id is not None and reply.disclosure_id not in disclosures:
        yield record.problem(f"disclosure_id: no disclosure {reply.disclosure_id!r}; add it to disclosures.jsonl")
    elif reply.scenario is not None and reply.scenario not in scenarios:
        yield record.problem(f"scenario: no scenario {reply.scenario!r}; mend the id or add its file")


def check_reply(record: Record[LabelledReply], codes: set[str], skills: set[str]) -> Iterator[Problem]:
    reply = record.value
    if reply is None:
        return
    yield from check_utterances(record, reply, codes)
    for name in sorted(set(reply.ratings or ()) ^ (skills | {"overall"}) if reply.ratings is not None else ()):
        yield record.problem(f"ratings: {name!r} is missing or unknown; rate each skill and overall")


def check_utterances(record: Record[LabelledReply], reply: LabelledReply, codes: set[str]) -> Iterator[Problem]:
    at = 0
    for index, utterance in enumerate(reply.utterances):
        where = f"utterance {index + 1}"
        if utterance.code not in codes:
            yield record.problem(f"{where}: no code {utterance.code!r}; use one of {listed(codes)}")
        if not at <= utterance.start < utterance.end <= len(reply.reply):
            yield record.problem(f"{where}: offsets {utterance.start}-{utterance.end} do not follow {at}; mend them")
            return
        if left := reply.reply[at : utterance.start].strip():
            yield record.problem(f"{where}: {left!r} before it belongs to no utterance; move the offsets")
        if reply.reply[utterance.start : utterance.end] != reply.reply[utterance.start : utterance.end].strip():
            yield record.problem(f"{where}: begins or ends with white space; move the offsets")
        at = utterance.end
    if left := reply.reply[at:].strip():
        yield record.problem(f"utterances: {left!r} at the end belongs to none; move the offsets")


def check_splits(corpus: Corpus) -> Iterator[Problem]:
    record = corpus.splits
    if record.value is None:
        return
    for name in sorted(set(record.value) ^ set(SPLITS)):
        yield record.problem(f"{name}: missing or unknown; the splits are {', '.join(SPLITS)}", name)
    replies = [reply for _, reply in good(corpus.replies)]
    home: dict[str, str] = {}
    known = ids(corpus.scenarios) | ids(corpus.disclosures) | {reply.talk for reply in replies if reply.talk}
    for split, groups in record.value.items():
        for index, group in enumerate(groups):
            if group in home:
                yield record.problem(f"{group!r} is in {home[group]} and in {split}; keep one", split, index)
            if group not in known:
                yield record.problem(f"{group!r} is no scenario, talk or disclosure; remove it", split, index)
            home[group] = split
    answered = {reply.disclosure_id: home.get(reply.group, "") for reply in replies}
    texts: dict[str, tuple[str, str]] = {}
    for place, disclosure in good(corpus.disclosures):
        key = squash(disclosure.text)
        # "Yeah, I guess so." is said in many conversations and gives none of them away.
        if len(key.split()) < TELLING_WORDS:
            continue
        split = answered.get(disclosure.id, home.get(disclosure.id, ""))
        if key in texts and texts[key][1] != split:
            yield place.problem(f"text: {disclosure.id!r} has the words of {texts[key][0]!r}; put both in one split")
        texts.setdefault(key, (disclosure.id, split))
    for group in sorted({reply.group for reply in replies} - set(home)):
        yield record.problem(f"{group!r} has replies and is in no split; add it to one")


def squash(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
