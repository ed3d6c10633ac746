"""A template includes, extends and imports only from below, as Python does."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.repository.tree import may_see, order, slice_of, text, with_ending

USE = re.compile(r"{%-?\s*(?:include|extends|from|import)\s+[\"']([\w-]+)/([^\"']+)[\"']")


def uses() -> Iterator[tuple[Path, str, str]]:
    for path in with_ending(".html", ".txt"):
        if "templates" in path.parts and slice_of(path):
            for owner, rest in USE.findall(text(path)):
                yield path, owner, rest


def test_templates_look_down_never_up() -> None:
    found = [
        f"{path} uses {owner}/{rest}"
        for path, owner, rest in uses()
        if owner in order() and not may_see(slice_of(path), owner)
    ]
    assert not found, "\n".join(found)


def test_every_template_that_is_used_exists() -> None:
    there = {path.as_posix() for path in with_ending(".html", ".txt")}
    found = [
        f"{path} uses {owner}/{rest}"
        for path, owner, rest in uses()
        if owner in order() and f"src/cors/{owner}/templates/{owner}/{rest}" not in there
    ]
    assert not found, "\n".join(found)


def test_templates_lie_under_the_name_of_their_slice() -> None:
    # Sign-in pages and form parts take the places where their packages look for them.
    borrowed = {"account", "mfa", "django", "allauth"}
    found = [
        str(path)
        for path in with_ending(".html")
        if "templates" in path.parts and slice_of(path)
        if path.parts[4] not in {slice_of(path), *borrowed} and len(path.parts) > 5
    ]
    assert not found, "\n".join(found)
