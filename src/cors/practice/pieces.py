"""The pieces that made-up lives are drawn from: topics, a cast, and what may be said of anybody."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).parent
DEFINITIONS = HERE.parent / "catalogue" / "definitions"
THIS_YEAR = 2026  # the cast's ages are meant for it
ANY_AGE = (0, 120)

Piece = dict[str, Any]

PRONOUNS: Mapping[str, dict[str, str]] = {
    "she/her": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
    "he/him": {"he": "he", "him": "him", "his": "his", "himself": "himself"},
    "they/them": {"he": "they", "him": "them", "his": "their", "himself": "themself"},
}


AFTER_HE = re.compile(r"(\{[Hh]e\}) (\w+)")
OF_MANY = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go"}


@dataclass(frozen=True)
class Someone:
    """One of the cast, and what is true of them."""

    name: str
    pronouns: str
    born: int
    tags: frozenset[str]
    language: str
    around: Mapping[str, str] = field(default_factory=dict)

    @property
    def age(self) -> int:
        return THIS_YEAR - self.born

    def says(self, words: str) -> str:
        """Return a piece with this person's pronouns and people in it."""
        forms = PRONOUNS[self.pronouns]
        if self.pronouns == "they/them":
            words = AFTER_HE.sub(lambda found: f"{found[1]} {_of_many(found[2])}", words)
        capital = {word.capitalize(): form.capitalize() for word, form in forms.items()}
        return words.format_map({**forms, **capital, **self.around})


def _of_many(verb: str) -> str:
    """Return the form of a verb after “they” that stands after “he”; a past form is its own."""
    if verb in OF_MANY:
        return OF_MANY[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if verb.endswith(("ches", "shes", "sses", "xes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


@cache
def topics() -> dict[str, dict[str, Any]]:
    """Return each topic by its name: where it leads, and what is said on the way."""
    return {path.stem: load(path) for path in sorted((HERE / "lives").glob("*.toml"))}


@cache
def anything() -> dict[str, Any]:
    """Return what may be written of anybody."""
    return load(HERE / "pieces" / "any.toml")


@cache
def cast() -> dict[str, Any]:
    """Return who there is, and the names of those around them."""
    return load(HERE / "pieces" / "cast.toml")


@cache
def lasting() -> dict[str, tuple[int, ...]]:
    """Return after how many weeks it is asked whether an outcome lasted, by its key."""
    kinds = load(DEFINITIONS / "outcome_types.toml")
    ladders = load(DEFINITIONS / "ladders.toml").values()
    rungs = {rung["key"]: rung for ladder in ladders for rung in ladder["rungs"]}
    return {key: tuple(each.get("sustained_weeks", ())) for key, each in {**kinds, **rungs}.items()}


def people(rng: Random) -> list[Someone]:
    """Return the cast in an order of its own, each with somebody around them."""
    told = cast()
    found = [_someone(row, told, rng) for row in told["people"]]
    rng.shuffle(found)
    return found


def _someone(row: Sequence[Any], told: dict[str, Any], rng: Random) -> Someone:
    name, pronouns, born, tags, language = row
    kin = told["kin_of_elders" if THIS_YEAR - born > 55 else "kin"]
    relation, called = rng.choice(kin)
    known = {name.split()[0], called}
    around = {
        "kin": relation,
        "kin_name": called,
        "friend": rng.choice([each for each in told["friends"] if each not in known]),
        "child": rng.choice([each for each in told["children"] if each not in known]),
        "street": rng.choice(told["streets"]),
    }
    return Someone(name, pronouns, born, frozenset(tags), language, around)


def fits(piece: Any, someone: Someone, tags: frozenset[str] = frozenset()) -> bool:
    """Say whether a piece can be true of somebody; plain words can be of everybody."""
    if isinstance(piece, str):
        return True
    low, high = piece.get("ages", ANY_AGE)
    return bool(
        low <= someone.age <= high
        and set(piece.get("needs", ())) <= someone.tags | tags
        and someone.pronouns in piece.get("pronouns", [someone.pronouns])
    )


def words_of(piece: Any) -> str:
    """Return the words of a piece, plain or with conditions."""
    return str(piece if isinstance(piece, str) else piece["words"])
