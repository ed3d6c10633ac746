"""What the scripts say of people."""

import re
from pathlib import Path

import pytest

from cors.practice.play import PLAYS
from cors.practice.script import FOLDER, events, scripts

BLAMES = re.compile(
    r"\b(fail\w*|non-?complian\w*|refused to|did not engage|disengag\w*|hard[- ]to[- ]reach"
    r"|attention[- ]seeking|manipulative|in denial|abuser|addict\w*|junkie|clean|DNA|chaotic"
    r"|unmotivated|challenging|relapsed)\b",
    re.IGNORECASE,
)
ABOUT_SOFTWARE = re.compile(r"\b(software|system|database|log ?in|CORS|test data)\b", re.IGNORECASE)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_words_blame_nobody(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not BLAMES.findall(text)
    assert not ABOUT_SOFTWARE.findall(text)


def test_everything_told_can_be_played() -> None:
    told = {event.what for script in scripts() for event in events(script)}
    assert told <= set(PLAYS)


def test_notes_are_nobodys_stock_phrases() -> None:
    notes = [
        event.told["note"]
        for script in scripts()
        for event in events(script)
        if event.what == "contact" and event.told.get("note")
    ]
    assert len(set(notes)) == len(notes)
