"""How wide words are, and how they are broken into even lines."""

import unicodedata
from functools import lru_cache

from cors.journey.widths import WIDTHS

SLACK = 1.05
"""A reader's machine may draw another font; words are given that much more room."""

AVERAGE = 560
WIDE = 1200


@lru_cache(maxsize=4096)
def width(text: str, size: float, weight: int = 400) -> float:
    """Return the room that a line of text takes, in pixels."""
    table = WIDTHS[weight]
    plain = unicodedata.normalize("NFD", text)
    return sum(_advance(mark, table) for mark in plain) * size / 1000 * SLACK


def _advance(mark: str, table: dict[str, int]) -> int:
    if mark in table:
        return table[mark]
    if unicodedata.category(mark) in ("Mn", "Me", "Cf"):
        return 0
    if mark == "\u00a0":
        return table[" "]
    return WIDE if unicodedata.east_asian_width(mark) in "WF" else AVERAGE


def tidy(text: str) -> str:
    """Return the words with single blanks and without what cannot be drawn."""
    seen = "".join(" " if _is_control(mark) else mark for mark in text)
    return " ".join(part for part in seen.split(" ") if part)


def _is_control(mark: str) -> bool:
    return unicodedata.category(mark) in ("Cc", "Cs", "Zl", "Zp") or mark in "\u3000\ufffe\uffff"


def isolated(text: str) -> str:
    """Return words that may stand inside of a phrase that runs the other way."""
    if any(unicodedata.bidirectional(mark) in ("R", "AL") for mark in text):
        return f"\u2068{text}\u2069"
    return text


def wrap(text: str, most: float, size: float, weight: int = 400) -> list[str]:
    """Break a text into as few lines as fit, then make them as even as that number allows."""
    words = _pieces(tidy(text).split(" "), most, size, weight)
    lines = _greedy(words, most, size, weight)
    low, high = most * 0.3, most
    while high - low > 1:
        middle = (low + high) / 2
        narrower = _greedy(words, middle, size, weight)
        if len(narrower) > len(lines) or max(width(w, size, weight) for w in words) > middle:
            low = middle
        else:
            high = middle
    return [line.replace("\u00a0", " ") for line in _greedy(words, high, size, weight)]


def _greedy(words: list[str], most: float, size: float, weight: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, weight) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(words: list[str], most: float, size: float, weight: int) -> list[str]:
    """Break what is too long for a line on its own."""
    pieces: list[str] = []
    for word in words:
        while width(word, size, weight) > most and len(word) > 1:
            cut = _fitting(word, most, size, weight)
            pieces.append(word[:cut])
            word = word[cut:]
        pieces.append(word)
    return pieces


def _fitting(word: str, most: float, size: float, weight: int) -> int:
    cut = len(word) - 1
    while cut > 1 and width(word[:cut], size, weight) > most:
        cut -= 1
    while 1 < cut < len(word) and unicodedata.combining(word[cut]):
        cut -= 1
    return cut


def cut_short(text: str, most: float, size: float, weight: int = 400) -> str:
    """Return the text, with an ellipsis where it is too long for one line."""
    text = tidy(text)
    if width(text, size, weight) <= most:
        return text
    kept = text
    while kept and width(kept + "…", size, weight) > most:
        kept = kept[:-1]
    return kept.rstrip(" ,;:") + "…"


def lines_at_most(lines: list[str], count: int, most: float, size: float) -> list[str]:
    """Return so many lines at most; the last one ends in an ellipsis if some were left out."""
    if len(lines) <= count:
        return lines
    return [*lines[: count - 1], cut_short(" ".join(lines[count - 1 :]), most, size)]
