"""The catalogue of one organisation: what is shipped, and what it chose to change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cors.catalogue.models import Choice
from cors.catalogue.own_entries import own_entry
from cors.catalogue.schema.entries import Entry, OutcomeType
from cors.catalogue.shipped import Shipped, shipped


class Catalogue:
    """Entries by kind and key, with the organisation's labels; a kind is one of shipped.KINDS."""

    def __init__(self, shipped: Shipped, choices: Iterable[Choice]) -> None:
        self._shipped = shipped
        self._choices = {(choice.kind, choice.key): choice for choice in choices}
        self._known: dict[str, Mapping[str, Entry]] = {}

    def entries(self, kind: str) -> list[Entry]:
        """Return what can be chosen now, in the order of the screen."""
        return [entry for entry in self.known(kind).values() if self._is_offered(kind, entry)]

    def known(self, kind: str) -> Mapping[str, Entry]:
        """Return all entries, those switched off too; KeyError on an unknown kind."""
        if kind not in self._known:
            self._known[kind] = self._merged(kind)
        return self._known[kind]

    def entry(self, kind: str, key: str) -> Entry | None:
        """Return one entry, on or off."""
        return self.known(kind).get(key)

    def label(self, kind: str, key: str) -> str:
        """Return how an entry is called here; a key that is no longer known is read out."""
        entry = self.entry(kind, key)
        return entry.label if entry else key.replace("-", " ").capitalize()

    def has(self, kind: str, key: str) -> bool:
        """Say whether this can be chosen now."""
        entry = self.entry(kind, key)
        return entry is not None and self._is_offered(kind, entry)

    def is_on(self, kind: str, key: str) -> bool:
        """Say whether the organisation left an entry switched on."""
        choice = self._choices.get((kind, key))
        return choice.is_on if choice else True

    def is_own(self, kind: str, key: str) -> bool:
        """Say whether the organisation added an entry itself."""
        choice = self._choices.get((kind, key))
        return choice.is_own if choice else False

    def _is_offered(self, kind: str, entry: Entry) -> bool:
        if isinstance(entry, OutcomeType) and entry.ladder:
            return self.is_on("ladder", entry.ladder) and self.is_on(kind, entry.key)
        return self.is_on(kind, entry.key)

    def _merged(self, kind: str) -> Mapping[str, Entry]:
        found = {
            entry.key: self._relabelled(kind, entry)
            for entry in self._shipped.entries(kind).values()
        }
        own = [choice for choice in self._choices.values() if choice.kind == kind and choice.is_own]
        for choice in sorted(own, key=lambda each: each.label.lower()):
            found[choice.key] = own_entry(choice, self._shipped)
        return found

    def _relabelled(self, kind: str, entry: Entry) -> Entry:
        choice = self._choices.get((kind, entry.key))
        return replace(entry, label=choice.label) if choice and choice.label else entry


def catalogue_of(organisation_id: object) -> Catalogue:
    """Return an organisation's catalogue; costs one query, so a page asks once."""
    return Catalogue(shipped(), Choice.of(organisation_id))
