"""People by family name, a page at a time: only the letters that the page touches are opened."""

from collections.abc import Iterator

from django.core.paginator import Page, Paginator
from django.db.models import Count

from cors.access.models import Membership, ScopedQuerySet
from cors.clients.models import Client

AT_ONCE = 50


class PeopleByName:
    """A list that sorts sealed names: buckets of two letters in clear, names within by opening."""

    def __init__(self, found: ScopedQuerySet[Client], member: Membership) -> None:
        self._found = found
        self._member = member
        self._sizes: dict[str, int] | None = None

    def sizes(self) -> dict[str, int]:
        """Return how many people stand under each two letters, in their order."""
        if self._sizes is None:
            rows = self._found.order_by().values("sort_key").annotate(people=Count("pk"))
            self._sizes = dict(sorted((row["sort_key"], row["people"]) for row in rows))
        return self._sizes

    def count(self) -> int:
        return sum(self.sizes().values())

    __len__ = count

    def __getitem__(self, part: slice) -> list[Client]:
        start, stop, _ = part.indices(self.count())
        touched: list[str] = []
        before, first = 0, 0
        for letters, people in self.sizes().items():
            if before < stop and before + people > start:
                first = before if not touched else first
                touched.append(letters)
            before += people
        # All who share the letters are opened, but no more of them than their names.
        sharing = Client.keys_by_name(self._found.filter(sort_key__in=touched), self._member)
        ordered = sharing[start - first : stop - first]
        shown = self._found.in_bulk(ordered)
        return [shown[key] for key in ordered if key in shown]

    def __iter__(self) -> Iterator[Client]:
        return iter(self[0 : self.count()])


def page_of_people(
    found: ScopedQuerySet[Client], number: object, member: Membership, size: int = AT_ONCE
) -> Page[Client]:
    """Return one page; a number out of range is the nearest page there is."""
    people = PeopleByName(found, member)
    return Paginator(people, size).get_page(number)  # type: ignore[arg-type]
