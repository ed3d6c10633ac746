"""An open voice speaks an answer: sound, words and chapters belong together."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from cors.casefile.tests.factories import page
from cors.config.command_line import main
from cors.core.errors import Refused
from cors.library.captions import read_captions
from cors.library.shelf import shelf
from cors.library.sounds import spoken
from cors.library.speak import sentences, speak
from tests.stage.personas import Stage

DUCK = "the-duck"
needs_voice = pytest.mark.skipif(
    not shutil.which("espeak-ng"), reason="the voice espeak-ng is not installed"
)


def test_every_word_is_said_once_in_order() -> None:
    for script in shelf().answers.values():
        said = " ".join(each.words for each in sentences(script))
        written = " ".join(
            words for each in script.chapters for words in (each.heading, *each.paragraphs)
        )
        assert said.split() == written.split()


def test_without_a_voice_one_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(Refused, match="Install espeak-ng"):
        speak(shelf().answers[DUCK], tmp_path)


@needs_voice
@pytest.mark.slow
def test_what_is_spoken_is_played_with_its_words(
    stage: Stage, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.CORS_VAR = tmp_path
    assert main(["library", "speak", DUCK]) == 0
    assert capsys.readouterr().out.startswith("the-duck: ")
    sound = spoken(DUCK)
    assert sound
    assert sound.seconds
    cues = read_captions(sound.captions)
    script = shelf().answers[DUCK]
    assert [cue.words for cue in cues] == [each.words for each in sentences(script)]
    assert cues[-1].end <= sound.seconds + 0.1
    heard = {cue.start: cue.words for cue in cues}
    assert [heard[start] for start in sound.starts] == [each.heading for each in script.chapters]
    shown = page(stage.amina, f"/answers/{DUCK}/")
    assert "A made voice reads it, until somebody records it." in shown
    assert 'class="line-said"' in shown


def test_an_answer_that_is_none_is_not_spoken(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "speak", "nothing"]) == 2
    assert "No answer is called nothing." in capsys.readouterr().err


def test_half_of_what_is_spoken_is_as_if_there_were_none(settings: Any, tmp_path: Path) -> None:
    settings.CORS_VAR = tmp_path
    (tmp_path / "spoken").mkdir()
    (tmp_path / "spoken" / f"{DUCK}.json").write_text('{"ending": "mp3"')
    assert spoken(DUCK) is None
