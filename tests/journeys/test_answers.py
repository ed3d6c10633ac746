"""Somebody new hears why one should bother, two presses from Today."""

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.looks import barriers
from tests.journeys.visitor import PHONE, Screen

pytestmark = pytest.mark.browser

# A voice that notes what it is given, and is quick about it.
VOICE = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  cancel() {},
  speak(words) {
    window.spoken.push([words.text, words.rate]);
    document.body.dataset.spoken = "yes ".repeat(window.spoken.length);
    setTimeout(() => words.onend(), 60);
  },
}});
"""
NO_SCRIPTS = Screen("phone", 390, 844, scripts=False)


def test_why_should_we_bother_is_heard_two_presses_from_today(visit: Visit) -> None:
    amina = visit("Amina", PHONE)
    amina.page.add_init_script(VOICE)
    amina.goes("/")
    amina.presses_on(amina.link("Help"))
    amina.presses_on(amina.button("Read it aloud"))
    amina.page.wait_for_selector("body[data-spoken^='yes yes yes']")
    assert amina.presses == 2
    assert amina.heading == "Why should we bother?"
    assert amina.page.evaluate("window.spoken[0]") == ["A fair question", 1]
    # When it is paused, then it stays where it was, and goes on from there at another speed
    amina.presses_on(amina.button("Pause"))
    so_far = amina.page.evaluate("window.spoken.length")
    amina.page.get_by_label("Speed").select_option("1.5")
    amina.page.wait_for_timeout(200)
    assert amina.page.evaluate("window.spoken.length") == so_far
    amina.presses_on(amina.button("Go on"))
    amina.page.wait_for_selector(f"body[data-spoken^='{'yes ' * (so_far + 1)}']")
    assert amina.page.evaluate(f"window.spoken[{so_far}][1]") == 1.5
    assert not barriers(amina.page)


def test_an_answer_is_read_and_another_found_without_scripts(visit: Visit) -> None:
    amina = visit("Amina", NO_SCRIPTS)
    amina.goes("/answers/why-should-we-bother/")
    assert "You came into this work to be with people." in amina.words
    assert "Read it aloud" not in amina.words
    amina.goes("/answers/")
    amina.writes("Find an answer", "duck")
    amina.presses_on(amina.button("Find"))
    amina.presses_on(amina.link("What is it with the duck?"))
    assert amina.heading == "What is it with the duck?"
