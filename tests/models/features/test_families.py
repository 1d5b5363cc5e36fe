"""Each feature family finds what it is named for, and says where."""

from __future__ import annotations

import pytest

from models import artifact
from models.disclosure import known
from models.features import FAMILIES, Bag, views
from models.language import read
from models.utterances import Span

SAID = "I moved here in May and the evenings are lonely. I miss my sister."


def bag(family: str, text: str, said: str = SAID) -> Bag:
    [view] = views(read(text), [Span(0, len(text))], known(said))
    found = Bag()
    FAMILIES[family].extract(view, found)
    return found


@pytest.mark.parametrize(
    ("family", "text", "present", "absent"),
    [
        ("words", "It isn't easy", "words:is not easy", "words:isn't"),
        ("words", "u dont have to", "words:you do not", "words:u"),
        ("characters", "lonley", "characters: lo", "characters:lonely"),
        ("skeleton", "What made you stay?", "skeleton:^ what VBD you", "skeleton:what made"),
        ("skeleton", "Um, so what made you stay?", "skeleton:opens what VBD you", "skeleton:opens um"),
        ("openings", "Um, so how did that go", "openings:how did that", "openings:um"),
        ("question", "Did you tell him?", "question:inverted you", "question:declarative"),
        ("question", "did u tell him", "question:mark missing", "question:mark"),
        ("question", "How long ago was that?", "question:short answer", "question:describe"),
        ("question", "What was that like?", "question:describe", "question:short answer"),
        ("question", "He left without a word?", "question:declarative", "question:inverted"),
        ("question", "You feel stuck, right?", "question:tag", "question:inverted"),
        ("question", "Tell me more about that.", "question:invitation", "question:word first"),
        ("question", "Why did you say that?", "question:why you", "question:describe"),
        ("grammar", "Talk to her tonight.", "grammar:imperative", "grammar:first subject you"),
        ("grammar", "You should rest.", "grammar:modal should", "grammar:imperative"),
        ("grammar", "I lost mine too.", "grammar:first subject I", "grammar:says you"),
        ("grammar", "Four years!", "grammar:no verb", "grammar:negated"),
        ("lexicon", "At least you have a job.", "lexicon:minimising", "lexicon:advice"),
        ("lexicon", "You are devastated.", "lexicon:feeling strong", "lexicon:feeling said"),
        ("lexicon", "So you are lonely.", "lexicon:feeling said", "lexicon:feeling unsaid"),
        ("relation", "The evenings are empty since you moved.", "relation:turned round", "relation:adds only"),
        ("relation", "Pancakes are delicious.", "relation:adds only", "relation:takes up"),
        ("position", "Okay.", "position:only", "position:last"),
    ],
)
def test_family_finds_what_it_is_named_for(family: str, text: str, present: str, absent: str) -> None:
    """A family fires on its sign and stays silent beside it."""
    found = bag(family, text).values
    assert present in found
    assert absent not in found


@pytest.mark.parametrize("family", FAMILIES)
def test_every_feature_can_be_said_and_placed(family: str) -> None:
    """Whatever a family finds has plain words for it, and its place lies inside the text."""
    text = "Um, have you tried telling her how lonely you feel in the evenings, or is it not the right time?!"
    found = bag(family, text)
    assert found.values
    for name, (start, end) in found.where.items():
        assert name.startswith(family + ":")
        assert FAMILIES[family].say(name)
        assert 0 <= start < end <= len(text)


def test_families_are_those_of_the_model() -> None:
    """The shipped model was trained on the families that are in the code."""
    assert artifact.load().sidecar.features == list(FAMILIES)


def test_no_disclosure_is_said() -> None:
    """Without a disclosure the relation to it is not guessed."""
    assert bag("relation", "You feel low.", "").values == {"relation:no disclosure": 1.0}
