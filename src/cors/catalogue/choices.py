"""The catalogue of one organisation: what is shipped, and what it chose to change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from cors.catalogue.licences import NO_LICENCES, Licences, licences_of
from cors.catalogue.models import Choice, Licence
from cors.catalogue.own_entries import own_entry
from cors.catalogue.schema.entries import Entry, OutcomeType
from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.shipped import Shipped, shipped


class Catalogue:
    """Entries by kind and key, with the organisation's labels; a kind is one of shipped.KINDS."""

    def __init__(
        self,
        shipped: Shipped,
        choices: Iterable[Choice],
        licences: Callable[[], Licences] = lambda: NO_LICENCES,
    ) -> None:
        self._shipped = shipped
        self._ask_licences = licences
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

    @cached_property
    def licences(self) -> Licences:
        """On what ground measures may be asked; costs a query, the first time it is asked."""
        return self._ask_licences()

    def measure(self, key: str) -> MeasureDefinition | None:
        """Return a measure with the words that were loaded here."""
        found = self.entry("measure", key)
        return self.licences.worded(found) if isinstance(found, MeasureDefinition) else None

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
        if isinstance(entry, MeasureDefinition):
            return self.is_on(kind, entry.key) and not self.licences.why_not(entry)
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
    return Catalogue(
        shipped(),
        Choice.of(organisation_id),
        lambda: licences_of(Licence.of(organisation_id)),
    )
