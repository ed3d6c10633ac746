"""Every field of every record is sorted, so that nobody adds a sensitive one by accident."""

from collections.abc import Iterable


class Privacy:
    """Which fields are sealed client text, facts for figures, about staff, or technical.

    sealed: text about a client, encrypted under the client's key.
    fact: days, scores, categories; may be used in figures, never names.
    staff: about people who work here.
    technical: keys, links, times of writing.
    """

    def __init__(
        self,
        *,
        sealed: Iterable[str] = (),
        fact: Iterable[str] = (),
        staff: Iterable[str] = (),
        technical: Iterable[str] = (),
    ) -> None:
        self.sealed = frozenset(sealed)
        self.fact = frozenset(fact)
        self.staff = frozenset(staff)
        self.technical = frozenset(technical) | {
            "id",
            "organisation",
            "created_at",
            "created_by",
        }

    def sorted_fields(self) -> frozenset[str]:
        """Return the names of all fields that were given a class."""
        return self.sealed | self.fact | self.staff | self.technical
