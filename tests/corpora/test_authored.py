"""What was written: scenarios that can be walked, examples that were never trained on, splits that keep apart."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import pytest

from corpora import loaders
from corpora.agreement import agreement
from corpora.stats import stats
from corpora.types import SPLITS, VARIANTS, Scenario
from corpora.validate import TELLING_WORDS

ABOUT_SUICIDE = re.compile(
    r"(thinking|thoughts?|thought).{0,30}(ending|end your|killing|dying)|want(ing)? to die", re.I
)
SCENARIOS = list(loaders.scenarios().values())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w']+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.id)
def test_every_path_can_be_walked_without_repeating_itself(scenario: Scenario) -> None:
    """On each of the 81 paths the speaker says something new at every step: no run of six words comes twice."""
    for variants in itertools.product(VARIANTS, repeat=len(scenario.steps)):
        said = runs(scenario.opening, 6)
        for step, variant in zip(scenario.steps, variants, strict=True):
            line = runs(getattr(step, variant), 6)
            assert not line & said, f"{scenario.id} {variants}: said twice: {line & said}"
            said |= line


def test_there_is_somebody_for_many_kinds_of_day() -> None:
    """At least 40 people to listen to, on at least 20 themes, from gentle to hard."""
    assert len(SCENARIOS) >= 40
    assert len({scenario.themes[0] for scenario in SCENARIOS}) >= 20
    assert {scenario.difficulty for scenario in SCENARIOS} == {1, 2, 3}


def test_every_code_teaches_from_both_sides() -> None:
    """At least six examples that show a code and six that look like it and are not."""
    for code in loaders.codes().values():
        assert len(code.shows) >= 6, code.id
        assert len(code.does_not_show) >= 6, code.id


def test_helpful_codes_can_be_praised_and_barriers_mended() -> None:
    """Feedback has written words for every code it may praise or ask about."""
    for skill in loaders.skills().values():
        for code in skill.shown_by:
            assert loaders.codes()[code].says.strength, code
        for code in skill.hindered_by:
            assert loaders.codes()[code].says.next_step, code


def test_examples_were_never_trained_on() -> None:
    """A teaching example among the labelled replies would make the check worthless; stock phrases are everyone's."""
    trained = {
        reply.reply[u.start : u.end].lower().strip(" .!?") for reply in loaders.replies() for u in reply.utterances
    }
    for code in loaders.codes().values():
        for example in (*code.shows, *code.does_not_show):
            words = example.text.lower().strip(" .!?")
            assert words not in trained or len(words.split()) < 6, example.text


def test_no_disclosure_stands_on_both_sides() -> None:
    """Every reply is in exactly one split, and so are whatever it answers and the conversation it is a turn of.

    What is said in every conversation ("Yeah, I guess so.") gives none away.
    """
    texts = {split: {loaders.disclosure_of(reply) for reply in loaders.in_split(split)} for split in SPLITS}
    talks = {split: {reply.talk for reply in loaders.in_split(split) if reply.talk} for split in SPLITS}
    for one, other in itertools.combinations(SPLITS, 2):
        assert not {text for text in texts[one] & texts[other] if len(text.split()) >= TELLING_WORDS}
        assert not talks[one] & talks[other]
    assert sum(len(loaders.in_split(split)) for split in SPLITS) == len(loaders.replies())


def test_training_hash_sees_every_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that was trained on other replies can be told from one that was not."""
    before = loaders.training_hash()
    monkeypatch.setattr(loaders, "replies", lambda: loaders_replies[:-1])
    assert loaders.training_hash() != before


loaders_replies = loaders.replies()


def test_corpus_is_as_large_as_its_card_says() -> None:
    """At least 10,000 replies and 25,000 utterances to 5,000 disclosures, and 250 utterances of every code."""
    found = stats()
    assert found["replies"] == found["rated_replies"] >= 10_000
    assert found["utterances"] >= 25_000
    assert found["disclosures"] >= 5_000
    assert min(found["codes"].values()) >= 250
    assert found["scenarios"] >= 48


def test_every_theme_has_two_people() -> None:
    """Nobody's kind of day stands alone: two scenarios for each theme, six on a habit in two minds."""
    themes = stats()["themes"]
    for theme in THEMES:
        assert themes[theme] >= 2, theme
    assert themes["health-habits"] >= 6


def test_reflections_do_not_lean_on_a_formula() -> None:
    """No two words begin more than 6 % of the reflections."""
    openings: Counter[str] = Counter()
    for reply in loaders.replies():
        for utterance in reply.utterances:
            if utterance.code in ("simple_reflection", "complex_reflection"):
                words = re.findall(r"[\w']+", reply.reply[utterance.start : utterance.end].lower())
                openings[" ".join(words[:2])] += 1
    opening, times = openings.most_common(1)[0]
    assert times <= 0.06 * openings.total(), opening


def test_two_coders_agree() -> None:
    """Coded blind a second time: alpha at least 0.90 over families and 0.85 over codes, on 900 utterances or more."""
    found = agreement()["all"]
    assert found["families"].value >= 0.90
    assert found["codes"].value >= 0.85
    assert found["codes"].units >= 900
    assert found["codes"].low <= found["codes"].value <= found["codes"].high


def test_hints_at_not_wanting_to_live_are_asked_about() -> None:
    """Where a speaker hints at it, some exemplar asks plainly, and the content notes say so beforehand."""
    hinting = [s for s in SCENARIOS if "suicidal-thoughts" in s.themes]
    assert len(hinting) >= 2
    for scenario in hinting:
        stronger = [pair.stronger for pairs in scenario.exemplars.values() for pair in pairs]
        assert any(ABOUT_SUICIDE.search(text) or "suicide" in text.lower() for text in stronger), scenario.id
        assert scenario.content_notes


THEMES = (
    "living-alone screens good-side-online fear-of-letting-people-in not-worth-loving fixed-not-heard inner-critic "
    "grief marriage family-conflict faith-community owning-a-fault recovery after-disaster panic low-mood "
    "trauma-anniversary therapy-hesitation empty-nest career-shift friendships-fading caregiving chronic-illness "
    "health-habits burnout exams"
).split()
