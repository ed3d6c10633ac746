"""Take out of a text what could tell who it is about: names, places, numbers. Pure.

A capital letter within a sentence is taken for a name. What no rule can find (a name at the start
of a sentence, a trade that only one person in town has) is left to the second reader.
"""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

NAME = "[name]"
NAME_OR_PLACE = "[name or place]"
NUMBER = "[number]"
ADDRESS = "[address]"

# Written with a capital whoever it is about.
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday christmas easter eid ramadan"
_SHORT = "i gp nhs cv tv pip uc dwp id aa na ok english universal credit"
COMMON = frozenset(f"{_MONTHS} {_DAYS} {_SHORT}".split(" "))
TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "st"})

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MARKS = (NAME, NAME_OR_PLACE, NUMBER, ADDRESS)
_WORD_OR_MARK = re.compile("|".join((*map(re.escape, _MARKS), _WORD.pattern)))
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\d(?:[\s()./-]*\d){2,}")
_SEVERAL = re.compile(rf"{re.escape(NAME_OR_PLACE)}(?:\s+{re.escape(NAME_OR_PLACE)})+")
_ENDS = ".!?:…"
_OPENS = "“”\"'‘’()–—- \t"


@dataclass(frozen=True)
class Known:
    """The person's names, which go wherever they stand, and what goes where it has a capital.

    A worker may be called Will, and a street Road: in small letters these are words like others.
    """

    names: Sequence[str]
    capitals: Sequence[str] = ()


def without_names(words: str, known: Known) -> str:
    """Return the text with what could name somebody replaced by what it is, in brackets."""
    names, capitals = _parts(known.names), _parts(known.capitals)
    for pattern, instead in ((_ADDRESS, ADDRESS), (_POSTCODE, NUMBER), (_NUMBER, NUMBER)):
        words = pattern.sub(instead, words)
    capitals |= _capitals_within(words)

    def hidden(found: re.Match[str]) -> str:
        said = found.group()
        bare = _bare(said)
        if said in _MARKS:
            return said
        if bare in names:
            return NAME
        return NAME_OR_PLACE if bare in capitals and said[0].isupper() else said

    return _SEVERAL.sub(NAME_OR_PLACE, _WORD_OR_MARK.sub(hidden, words))


def still_named(words: str, known: Known) -> list[str]:
    """Return the known names and places that still stand in a text, each once."""
    names, capitals = _parts(known.names), _parts(known.capitals)
    said = _WORD.findall(words)
    found = [each for each in said if _bare(each) in names]
    found += [each for each in said if _bare(each) in capitals and each[0].isupper()]
    return list(dict.fromkeys(found))


def _parts(known: Iterable[str]) -> Set[str]:
    """Return the words of names; a single letter is none."""
    found = {_bare(each) for name in known for each in _WORD.findall(name)}
    return {each for each in found if len(each) > 1}


def _capitals_within(words: str) -> Set[str]:
    """Return the words that stand with a capital within a sentence."""
    found = (each for each in _WORD.finditer(words) if each.group()[0].isupper())
    within = {_bare(each.group()) for each in found if not _begins(words, each.start())}
    return within - COMMON


def _begins(words: str, start: int) -> bool:
    """Say whether a sentence begins here; a full stop after a title ends none."""
    before = words[:start].rstrip(_OPENS)
    if not before or before[-1] == "\n":
        return True
    if before[-1] not in _ENDS:
        return False
    last = _WORD.findall(before)[-1:]
    return before[-1] != "." or not last or last[0].casefold() not in TITLES


def _bare(word: str) -> str:
    """Return a word as it is compared: without its case and what makes it somebody's."""
    return re.sub(r"['’](?:s|m|ll|d|ve|re)?$", "", word.casefold())
