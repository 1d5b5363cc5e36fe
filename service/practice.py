"""Practice: what every door (page, API, command line) calls to have a reply scored. No Flask in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpora import loaders
from corpora.types import Scenario
from models.document import ScoreDocument
from models.errors import InvalidReply, ModelUnavailable
from models.scorer import Item, Scorer
from service.settings import Settings


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply to score: to `scenario`'s opening, or to the words in `disclosure` (one of the two, the other None)."""

    reply: str
    disclosure: str | None = None
    scenario: str | None = None
    id: str | None = None


class Practice:
    """Scenarios to practise on, and the scorer. Without a usable model it still serves, and says so on each request."""

    def __init__(self, settings: Settings) -> None:
        self.unavailable: ModelUnavailable | None = None
        self._scorer: Scorer | None = None
        try:
            self._scorer = Scorer(settings.model_dir, settings.help_lines)
        except ModelUnavailable as error:
            self.unavailable = error

    @property
    def scenarios(self) -> dict[str, Scenario]:
        return loaders.scenarios()

    @property
    def scorer(self) -> Scorer:
        """The scorer. Raises `ModelUnavailable` where it could not be loaded."""
        if self._scorer is None:
            # A new one each time: raising the kept one again would grow its traceback without end.
            raise ModelUnavailable(str(self.unavailable))
        return self._scorer

    def score(self, answer: Answer) -> ScoreDocument:
        """Score one reply. Raises `InvalidReply` (with the field) or `ModelUnavailable`."""
        item = self.item(answer)
        return self.scorer.score(item.disclosure, item.reply, id=item.id, scenario=item.scenario)

    def score_many(self, answers: Iterable[Answer | InvalidReply]) -> Iterator[ScoreDocument | InvalidReply]:
        """Score in order; what cannot be scored becomes its error, in its place."""
        return self.scorer.score_many(map(self._item_or_error, answers))

    def _item_or_error(self, answer: Answer | InvalidReply) -> Item | InvalidReply:
        try:
            return answer if isinstance(answer, InvalidReply) else self.item(answer)
        except InvalidReply as error:
            return error

    def item(self, answer: Answer) -> Item:
        """Look the scenario up. Raises `InvalidReply` where it is unknown or both or neither are given."""
        if answer.scenario is not None and answer.disclosure is not None:
            raise InvalidReply("scenario", "stands beside a disclosure; send one of the two", answer.id)
        if answer.scenario is None:
            if answer.disclosure is None:
                raise InvalidReply(
                    "disclosure", "is missing; send the words this answers, or a scenario's id", answer.id
                )
            return Item(answer.disclosure, answer.reply, answer.id)
        scenario = self.scenarios.get(answer.scenario)
        if scenario is None:
            raise InvalidReply("scenario", f"is not known; use one of {', '.join(self.scenarios)}", answer.id)
        return Item(scenario.opening, answer.reply, answer.id, scenario)
