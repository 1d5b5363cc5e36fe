"""Practising a reply in a browser, as a learner does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from corpora import loaders

REPLY = "I'm so sorry. The whole evening goes and nobody asks after you. Have you tried joining a club?"


@pytest.fixture(params=[(1280, True), (390, True), (390, False)], ids=["wide", "phone", "phone-without-script"])
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on which any console message, policy violation or request to another host fails the test."""
    width, script = request.param
    context = browser.new_context(
        base_url=server, viewport={"width": width, "height": 900}, java_script_enabled=script, color_scheme="light"
    )
    page = context.new_page()
    heard: list[str] = []
    # A page sent with the status of a refusal is meant; the browser remarks on it.
    page.on("console", lambda message: None if "status of 422" in message.text else heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith(server) else heard.append(f"asked {sent.url}"))
    yield page
    context.close()
    assert heard == []


def test_a_reply_is_practised_and_tried_again(page: Page) -> None:
    """Choose someone, read them, answer, see how it was heard, and answer better with the words still there."""
    page.goto("/")
    page.get_by_role("link", name="Carys: Still watching").click()
    scenario = loaders.scenarios()["still-watching"]
    expect(page.get_by_text(scenario.opening)).to_be_visible()

    box = page.get_by_label("What would you say to Carys?")
    box.fill(REPLY)
    page.get_by_role("button", name="See how it is heard").click()

    feedback = page.get_by_role("region", name="Your reply")
    expect(feedback.get_by_text("[Simple reflection]")).to_be_visible()
    expect(feedback.get_by_text("[Unasked advice]")).to_be_visible()
    next_step = feedback.locator(".next")
    expect(next_step).to_contain_text("Have you tried joining a club?")
    expect(next_step).to_contain_text(scenario.exemplars["restraint"][0].stronger)
    expect(feedback.locator(".strength")).to_contain_text("The whole evening goes and nobody asks after you.")
    for skill in loaders.skills().values():
        expect(feedback.get_by_role("img", name=re.compile(f"^{skill.label}: step "))).to_be_visible()
    restraint = feedback.get_by_role("img", name=re.compile("^Restraint"))
    assert re.search("step [12] of 4", restraint.get_attribute("aria-label") or "")

    box = page.get_by_label("Try it again, your words are still here")
    expect(box).to_have_value(REPLY)
    box.fill("The whole evening goes and nobody asks after you.")
    page.get_by_role("button", name="See how this one is heard").click()
    expect(page.get_by_text("[Unasked advice]")).to_have_count(0)
    assert "step 4 of 4" in (page.get_by_role("img", name=re.compile("^Restraint")).get_attribute("aria-label") or "")


def test_the_marks_lead_to_their_meaning(page: Page) -> None:
    """One tap on a mark brings its meaning into view, and the words that moved it open up."""
    page.goto("/practice/still-watching")
    page.get_by_label("What would you say to Carys?").fill(REPLY)
    page.get_by_role("button").click()
    page.get_by_role("link", name="Have you tried joining a club?").click()
    meaning = page.locator("#mark-3")
    expect(meaning).to_be_in_viewport()
    expect(meaning).to_contain_text(loaders.codes()["advise_without_permission"].says.mark)
    meaning.get_by_text("The words that moved this reading").click()
    expect(meaning.get_by_text("a phrase that tells the speaker what to do")).to_be_visible()


def test_nothing_is_wider_than_the_page(page: Page) -> None:
    """Long words and markup wrap; nobody scrolls sideways."""
    page.goto("/practice/still-watching")
    page.get_by_label("What would you say to Carys?").fill("<b>" + "lonely" * 60 + "</b> is a long word.")
    page.get_by_role("button").click()
    feedback = page.get_by_role("region", name="Your reply").bounding_box()
    viewport = page.viewport_size
    assert feedback is not None
    assert viewport is not None
    assert feedback["x"] >= 0
    assert feedback["x"] + feedback["width"] <= viewport["width"]
    marked = page.locator(".marked").bounding_box()
    assert marked is not None
    assert marked["width"] <= feedback["width"]


def test_an_overlong_reply_is_kept(page: Page) -> None:
    """A refused reply is told plainly and stays in the box."""
    page.goto("/practice/still-watching")
    page.get_by_label("What would you say to Carys?").fill("word " * 2_100)
    page.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("shorten it to 10,000 or fewer")
    expect(page.get_by_role("textbox")).to_have_value("word " * 2_100)
