"""Every address of the system, with the keys of a scene put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver

KINDS = {
    "<slug:kind>": "barrier_type",
    "<slug:key>": "insecure-housing",
    "<slug:slug>": "the-duck",
}


NOT_ABOUT_A_CLIENT = ("settings/", "supervision", "own-answers", "questions", "comments")


@dataclass(frozen=True)
class Address:
    """A named address; `key` is the word before the key of a record in it, if there is one."""

    name: str
    path: str

    @property
    def key(self) -> str:
        found = re.match(r"(settings/[a-z]+|[a-z-]+)/<uuid:pk>", self.path)
        return found[1] if found else ""

    @property
    def is_about_a_client(self) -> bool:
        """Say whether it leads to a record of a client, not of who works there or of answers."""
        return bool(self.key) and not self.key.startswith(NOT_ABOUT_A_CLIENT)

    def of(self, scene: dict[str, Any]) -> str:
        """Return the address of the scene's record."""
        return self._filled(str(scene[self.key].pk) if self.key else "", scene)

    def unknown(self, scene: dict[str, Any]) -> str:
        """Return the address of a record that nobody ever made."""
        return self._filled(str(uuid4()), scene)

    def _filled(self, pk: str, scene: dict[str, Any]) -> str:
        path = self.path.replace("<uuid:pk>", pk).replace("<str:token>", scene["token"])
        path = path.replace("<uuid:organisation>", str(scene["settings/people"].organisation_id))
        if self.name.startswith(("measures:take", "measures:hand", "trajectory:")):
            path = path.replace("<slug:key>", "phq-9")
        if self.name == "reports:behind":
            path = path.replace("<slug:key>", "starts")
        for part, value in KINDS.items():
            path = path.replace(part, value)
        return f"/{path}"


def addresses() -> list[Address]:
    """Return all addresses but the one whose parts are a regular expression of allauth."""
    found = [Address(name, path) for name, path in _walk(get_resolver().url_patterns, "", "")]
    return sorted((one for one in found if "(?P" not in one.path), key=lambda one: one.name)


def _walk(patterns: Any, path: str, names: str) -> Iterator[tuple[str, str]]:
    for part in patterns:
        if isinstance(part, URLResolver):
            inner = f"{part.namespace}:" if part.namespace else names
            yield from _walk(part.url_patterns, path + str(part.pattern), inner)
        elif isinstance(part, URLPattern):
            yield f"{names}{part.name}", path + str(part.pattern)
