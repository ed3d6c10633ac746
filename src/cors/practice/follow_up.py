"""Draws whether it lasted: asked when due, or not, the less so the worse it goes."""

from cors.practice.life import Life
from cors.practice.pieces import Piece, lasting
from cors.practice.thread import Thread

AFTER_THE_END = 0.15
KEPT, NOT_KEPT = "kept", "not-kept"


def draw_checks(life: Life) -> None:
    """Tell the checks of every outcome that is asked after, as far as they are due."""
    for (key, happened), (name, thread, piece) in life.outcomes.items():
        for weeks in lasting().get(key, ()):
            due = happened - 7 * weeks
            if due < 0 or not _check(life, thread, piece, name, weeks, due):
                break


def _check(life: Life, thread: Thread, piece: Piece, name: str, weeks: int, due: int) -> bool:
    """Tell one check if it was made; say whether it makes sense to ask again later."""
    ago = max(0, due - life.rng.randint(-5, 18))
    after = life.ended is not None and ago <= life.ended
    if life.reason == "died" and after:
        return False
    if not life.chance(life.course.asked_again - AFTER_THE_END * after):
        return True
    result = KEPT if life.chance(life.course.kept) else NOT_KEPT
    said = "kept" if result == KEPT else "slipped"
    words = life.words(piece.get(said, thread.topic[said]), thread.tags)
    life.tell(ago, "check", {"outcome": name, "weeks": weeks, "result": result, "words": words})
    return result == KEPT
