"""Captions are read from WebVTT and SubRip, and written so that they are read again the same."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.library.captions import CaptionsError, Cue, as_vtt, clock, read_captions

VTT = """WEBVTT - An answer

NOTE made by hand

1
00:01.000 --> 00:02.500 align:start
<v Ada>Sit down.

00:00:03.000 --> 01:00:04.000
Ask them
twice.
"""
SRT = (
    "1\r\n00:00:01,000 --> 00:00:02,500\r\nSit down.\r\n\r\n"
    "2\r\n00:00:03,000 --> 00:00:04,000\r\nAsk."
)


def test_both_kinds_are_read() -> None:
    assert read_captions(VTT) == [Cue(1, 2.5, "Sit down."), Cue(3, 3604, "Ask them twice.")]
    assert read_captions("\ufeff" + SRT) == [Cue(1, 2.5, "Sit down."), Cue(3, 4, "Ask.")]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "no times"),
        ("WEBVTT", "no times"),
        ("Sit down. Ask.", "has no times above it"),
        ("1\n00:61.000 --> 00:62.000\nA", "are no times"),
        ("00:02.000 --> 00:01.000\nA", "ends before it begins"),
        ("00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB", "“B” begins before"),
    ],
)
def test_what_holds_no_captions_is_refused(source: str, said: str) -> None:
    with pytest.raises(CaptionsError, match=said):
        read_captions(source)


WORDS = st.text("abc déß&;lt<->\"'", min_size=1).map(lambda text: " ".join(text.split()))
SAYABLE = WORDS.filter(lambda words: bool(words) and "-->" not in words)
TIMES = st.integers(0, 86_400_000)


@given(st.lists(st.tuples(TIMES, TIMES, SAYABLE), min_size=1, max_size=20))
def test_what_is_written_is_read_again(rows: list[tuple[int, int, str]]) -> None:
    cues = [Cue(min(a, b) / 1000, max(a, b) / 1000, words) for a, b, words in rows]
    cues.sort(key=lambda cue: cue.start)
    assert read_captions(as_vtt(cues)) == cues


@given(st.text())
def test_whatever_is_pasted_gets_cues_or_a_sentence(source: str) -> None:
    with suppress(CaptionsError):
        assert read_captions(source)


def test_what_would_end_a_cue_is_made_safe() -> None:
    written = as_vtt([Cue(0, 1, "a --> b & <i>")])
    assert written.count("-->") == 1
    assert "&amp; &lt;i>" in written
    assert clock(3_725.5) == "01:02:05.500"
