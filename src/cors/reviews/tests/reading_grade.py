"""How many years at school a text asks for: the Flesch-Kincaid grade. Pure.

J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom: Derivation of new readability
formulas (...) for Navy enlisted personnel. Research Branch Report 8-75, 1975:
grade = 0.39 x words / sentences + 11.8 x syllables / words - 15.59.
"""

import re

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|\d+")
SENTENCE = re.compile(r"[.!?:]+(?=\s|$)|\n+")
SOUNDED = re.compile(r"[aeiouy]+")
# What the rule for vowels in a row gets wrong, of the words that our letters use.
KNOWN = {"being": 2, "seemingly": 3, "reptilian": 3, "creature": 2, "going": 2, "together": 3,
         "somebody": 3, "somebody's": 3, "nineteen": 2, "january": 4, "february": 4}  # fmt: skip
TENS = ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip


def grade(text: str) -> float:
    """Return the grade; below 1 for the plainest. ValueError for a text without words."""
    words = WORD.findall(text)
    if not words:
        raise ValueError("there are no words")
    sentences = max(1, sum(bool(WORD.search(part)) for part in SENTENCE.split(text)))
    sounds = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * sounds / len(words) - 15.59


def syllables(word: str) -> int:
    """Return how many syllables a word has as it is said, at least 1; a number as it is read."""
    if word.isdigit():
        return sum(syllables(each) for each in _read(int(word)))
    plain = word.lower().replace("’", "'")
    if plain in KNOWN:
        return KNOWN[plain]
    found = len(SOUNDED.findall(plain))
    silent_e = plain.endswith("e") and not plain.endswith(("le", "ee", "ye"))
    silent_ed = plain.endswith("ed") and not plain.endswith(("ted", "ded"))
    silent_es = plain.endswith("es") and not plain.endswith(
        ("ses", "ches", "shes", "xes", "zes", "ges")
    )
    return max(1, found - (silent_e or silent_ed or silent_es))


def _read(number: int) -> list[str]:
    """Return the words of a number up to 2999: a year is read in two halves."""
    if number < 20:
        return [ONES[number] or "zero"]
    if number < 100:
        return [TENS[number // 10], *([ONES[number % 10]] if number % 10 else [])]
    if number < 1000 or 2000 <= number < 2010:
        whole, rest = divmod(number, 100 if number < 1000 else 1000)
        name = "hundred" if number < 1000 else "thousand"
        return [ONES[whole], name, *(["and", *_read(rest)] if rest else [])]
    return [*_read(number // 100), *_read(number % 100)]
