"""The one public door: a disclosure and a reply in, a score document out.

>>> from models.scorer import Scorer
>>> document = Scorer().score("I can't sleep since the move.", "The nights have been long since you moved.")
>>> document["utterances"][0]["code"]
'simple_reflection'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from itertools import islice
from typing import NamedTuple

from corpora import loaders
from corpora.types import Scenario
from models import artifact, evidence, feedback, language, notices, session, skills, volley
from models.coder import Coder, Moved, moved
from models.disclosure import Disclosure, known, known_all
from models.document import (
    BANDS,
    CONTRACT,
    Feedback,
    ModelVersion,
    NoticeLine,
    ScoreDocument,
    SkillScore,
    UtteranceScore,
    rounded,
)
from models.errors import InvalidReply
from models.features import Bag, UtteranceView, extract, views
from models.features.question import yes_no_form
from models.judge import judge
from models.labels import LABELS
from models.linear import Floats, TwoWay
from models.session_document import ConversationDocument
from models.utterances import segment

MAX_CHARACTERS = 10_000
BATCH = 64
# How much wider an interval gets where a reading has little to go by; the last two make it the whole range.
WIDEN = {"too_short": 1.5, "not_english": 100.0, "not_words": 100.0}

# With one of these, nothing is praised and nothing asked for.
UNREAD = ("danger", "not_english", "not_words")


class Item(NamedTuple):
    """One reply to score. With `scenario`, feedback offers what was written for that speaker at `step`; with `leave`,
    leave to advise was given earlier in the conversation and still holds."""

    disclosure: str
    reply: str
    id: str | None = None
    scenario: Scenario | None = None
    step: int = 0
    leave: bool = False


class Reading(NamedTuple):
    """One utterance as the coder and the rules read it; `probabilities` by label."""

    view: UtteranceView
    bag: Bag
    probabilities: Floats
    code: str
    moved: list[Moved]


class Scorer:
    """Scores replies. Deterministic: the same reply to the same words gets the same document, alone or in a batch.

    Parameters
    ----------
    folder
        Where the trained model lies; the one that ships where None.
    help_lines
        What a danger notice says.

    Raises
    ------
    ModelUnavailable
        The language model or the trained model is missing, damaged or of another version.
    """

    def __init__(self, folder: Traversable | None = None, help_lines: str = notices.DEFAULT_HELP) -> None:
        self._codes, self._skills = loaders.codes(), loaders.skills()
        figures = (*self._skills, skills.OVERALL)
        loaded = artifact.load(folder or artifact.SHIPPED, figures)
        self._coder = Coder(loaded.coder, loaded.second)
        self._boundary = TwoWay(loaded.boundary)
        self._grounding, self._figures = loaded.grounding, loaded.skills
        # The estimators themselves are let go: what is read off them is all that scoring needs.
        self._sidecar = loaded.sidecar
        self._help_lines = help_lines
        self.score("", "So you are ready.")

    @property
    def version(self) -> str:
        """The trained model's version: the first twelve digits of its SHA-256."""
        return self._sidecar.version

    @property
    def sidecar(self) -> artifact.Sidecar:
        return self._sidecar

    def score(
        self, disclosure: str, reply: str, *, id: str | None = None, scenario: Scenario | None = None, step: int = 0
    ) -> ScoreDocument:
        """Score one reply to `disclosure` (may be empty).

        Raises `InvalidReply` where the reply is empty, longer than 10,000 characters, or not text that can be stored.
        """
        item = Item(disclosure, reply, id, scenario, step)
        check(item)
        return self._document(item, language.read(reply), known(item.disclosure))

    def score_many(self, items: Iterable[Item | InvalidReply]) -> Iterator[ScoreDocument | InvalidReply]:
        """Score many replies in order, several times as fast; what cannot be scored is its error, in its place."""
        for chunk in batched(map(checked, items), BATCH):
            good = [item for item in chunk if isinstance(item, Item)]
            texts = iter(language.read_many([item.reply for item in good]))
            said = known_all(item.disclosure for item in good)
            for item in chunk:
                yield self._document(item, next(texts), said[item.disclosure]) if isinstance(item, Item) else item

    def score_conversation(self, turns: Sequence[session.Turn], *, id: str | None = None) -> ConversationDocument:
        """Score every reply of a conversation in its place, and add them up.

        Leave to advise, once asked and not refused, holds until the topic shifts. Raises `InvalidReply` where a turn
        cannot be scored (`field` names it) or no listener speaks.
        """
        met = session.volleys(turns)
        items = [Item(each.said, each.reply) for each in met]
        for each, item in zip(met, items, strict=True):
            check_turn(item, each.turn, id)
        documents: list[ScoreDocument] = []
        said = known_all(item.disclosure for item in items)
        leave = False
        for item, text in zip(items, language.read_many([item.reply for item in items]), strict=True):
            leave = leave and not volley.REFUSES.search(item.disclosure)
            documents.append(self._document(item._replace(leave=leave), text, said[item.disclosure]))
            coded = [volley.Coded(u["text"], u["code"]) for u in documents[-1]["utterances"]]
            leave = volley.asks_leave(coded) or (leave and volley.still_holds([u.code for u in coded]))
        levels = {name: len(skill.levels) for name, skill in self._skills.items()}
        return {
            "id": id,
            "contract": CONTRACT,
            "model": self._model(),
            "turns": [each.turn for each in met],
            "replies": documents,
            "summary": session.summarize(turns, met, documents, levels),
        }

    def _model(self) -> ModelVersion:
        return {"version": self.version, "corpus": self.sidecar.corpus[:12]}

    def _document(self, item: Item, text: language.Text, said: Disclosure) -> ScoreDocument:
        spans = segment(text, self._boundary)
        seen = views(text, spans, said)
        bags = [extract(view) for view in seen]
        found, looks = self._coder.read([bag.values for bag in bags])
        found, counted, grounded, row = judge(text, seen, found, said, self._grounding, earlier=item.leave)
        notes = notices.find(text, item.disclosure, item.scenario is not None, self._help_lines)
        readable = not any(note.kind in ("not_english", "not_words") for note in notes)
        utterances = [
            self._utterance(Reading(view, bag, probabilities, code, moved(look, LABELS.index(code))), readable)
            for view, bag, probabilities, code, look in zip(seen, bags, found, counted.codes, looks, strict=True)
        ]
        sure = all(utterance["certain"] for utterance in utterances)
        widen = max((WIDEN.get(note.kind, 1.0) for note in notes), default=1.0)
        scores = skills.score(self._figures, row, sure, widen)
        overall = scores[skills.OVERALL]
        return {
            "id": item.id,
            "contract": CONTRACT,
            "model": self._model(),
            "overall": {
                "score": rounded(overall.score),
                "low": rounded(overall.low),
                "high": rounded(overall.high),
                "band": BANDS[skills.level(overall.score, len(BANDS))],  # type: ignore[typeddict-item]
            },
            "utterances": utterances,
            "tally": {
                **{code: int(code in counted.counted) for code in LABELS},
                "stacked_questions": counted.stacked_questions,
            },
            "trace": [{"rule": t.rule, "utterance": t.utterance, "say": t.say} for t in counted.trace],
            "skills": {name: self._skill(name, scores[name]) for name in self._skills},
            "grounding": {"score": rounded(grounded.score), "parroting": grounded.parroting},
            "feedback": {"strength": None, "next_step": None}
            if any(note.kind in UNREAD for note in notes)
            else self._feedback(item, utterances, scores, counted),
            "notices": [notice_line(note) for note in notes],
        }

    def _utterance(self, reading: Reading, readable: bool) -> UtteranceScore:
        view, row = reading.view, reading.probabilities
        probability = float(row[LABELS.index(reading.code)])
        return {
            "start": view.start,
            "end": view.end,
            "text": view.text,
            "code": reading.code,
            "probability": rounded(probability),
            "probabilities": {name: rounded(float(p)) for name, p in zip(LABELS, row, strict=True)},
            "certain": readable and probability >= self._sidecar.threshold,
            "yes_no_form": yes_no_form(view.words, view.opening),
            "because": evidence.because(reading.moved, reading.bag, self._codes[reading.code].label),
        }

    def _skill(self, name: str, interval: skills.Interval) -> SkillScore:
        return {
            "score": rounded(interval.score),
            "low": rounded(interval.low),
            "high": rounded(interval.high),
            "level": skills.level(interval.score, len(self._skills[name].levels)),
        }

    def _feedback(
        self,
        item: Item,
        utterances: Sequence[UtteranceScore],
        scores: dict[str, skills.Interval],
        counted: volley.Volley,
    ) -> Feedback:
        read = [
            feedback.Read(u["text"], feedback.built_on(u), u["probability"], index in counted.excused)
            for index, u in enumerate(utterances)
        ]
        words = feedback.Words(self._codes, self._skills, item.scenario, item.step)
        return feedback.give(read, {name: interval.score for name, interval in scores.items()}, words)


def notice_line(note: notices.Notice) -> NoticeLine:
    return {"kind": note.kind, "start": note.start, "end": note.end, "say": note.say}


def check(item: Item) -> None:
    """Raise `InvalidReply` where there is nothing to score or it cannot be stored."""
    for field, text in (("reply", item.reply), ("disclosure", item.disclosure), ("id", item.id or "")):
        if len(text) > MAX_CHARACTERS:
            raise InvalidReply(
                field, f"has {len(text):,} characters; shorten it to {MAX_CHARACTERS:,} or fewer", item.id
            )
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            say = f"has half a character at {error.start}; send well-formed Unicode"
            raise InvalidReply(field, say, None if field == "id" else item.id) from error
    if not item.reply.strip():
        raise InvalidReply("reply", "is empty; write what you would say", item.id)


def check_turn(item: Item, turn: int, id: str | None) -> None:
    """Raise `InvalidReply` naming the turn."""
    try:
        check(item)
    except InvalidReply as error:
        raise InvalidReply(f"turns[{turn}].{error.field}", str(error), id) from error


def checked(item: Item | InvalidReply) -> Item | InvalidReply:
    """The item where it can be scored, else its error."""
    try:
        if isinstance(item, Item):
            check(item)
    except InvalidReply as error:
        return error
    return item


def batched(items: Iterable[Item | InvalidReply], size: int) -> Iterator[list[Item | InvalidReply]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
