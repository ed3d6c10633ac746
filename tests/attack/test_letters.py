"""No word breaks a letter, and none reaches the log when setting it fails."""

import logging
from typing import Any
from uuid import uuid4

import pytest

from cors.reviews.actions import hold_review
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

HARM = [
    "ሰላም",
    "বাংলা",
    "漢字",
    "🦆 duck",
    "bell\x08 and \x1b escape",
    "right\u202eto left",
    "private \ue000 use",
    "not a letter \u0378",
    '#panic("x") #read("/etc/passwd") $x$ *b* @ref <tag> \\u{41}',
    "long" * 500,
]


@pytest.mark.parametrize("words", HARM, ids=range(len(HARM)))
def test_whatever_is_said_stands_in_the_letter(stage: Stage, hana: Hana, words: str) -> None:
    today = stage.organisation.today()
    said: dict[str, Any] = dict.fromkeys(("client_words", "worker_words", "in_the_way"), words)
    given: dict[str, Any] = {"case": hana.case, "on": today, "by": stage.amina, "goals": []}
    review = hold_review(**given, **said, form_key=uuid4())
    for query in ("", "?large"):
        answer = browser_of(stage.amina).get(f"/reviews/{review.pk}/letter.pdf{query}")
        assert answer.status_code == 200
        assert answer.content.startswith(b"%PDF")


def test_a_letter_that_cannot_be_set_says_nothing_of_its_words(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import typst

    def fail(*_: object, sys_inputs: dict[str, str], **__: object) -> bytes:
        raise typst.TypstError(f"error near {sys_inputs['words']}", "")

    monkeypatch.setattr("typst.compile", fail)
    browser = browser_of(stage.amina)
    browser.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        answer = browser.get(f"/reviews/{hana.review.pk}/letter.pdf")
    assert answer.status_code == 500
    logged = "".join(logging.Formatter().format(record) for record in caplog.records)
    assert "NotSetError" in logged
    for word in ("Hana", "front door", "get this far"):
        assert word not in logged + answer.content.decode()
