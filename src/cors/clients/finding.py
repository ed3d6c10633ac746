"""Finding people by what somebody types: names, a reference, a year of birth."""

import re
from dataclasses import dataclass, field

from django.db.models import Q

from cors.access.models import Membership, ScopedQuerySet
from cors.clients.days import EARLIEST_YEAR
from cors.clients.models import Client
from cors.core.blind_index import fold

YEAR = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-])?(\d{4})(?:-\d{1,2}-\d{1,2})?")


@dataclass
class Search:
    """What was typed, sorted: words of names, years of birth, starts or ends of references."""

    names: list[str] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


def parse(text: str, *, latest_year: int) -> Search:
    """Sort what was typed: `hana 1984`, `HS-0001`, `12/3/1984`; a word with a figure is no name."""
    search = Search()
    for word in text.split():
        year = YEAR.fullmatch(word)
        if year and EARLIEST_YEAR <= int(year[1]) <= latest_year:
            search.years.append(int(year[1]))
        elif any(letter.isdigit() for letter in word):
            search.references.append(word)
        else:
            search.names.append(word)
    return search


def find_people(text: str, member: Membership) -> ScopedQuerySet[Client]:
    """Return visible people who fit all that was typed, or whose reference is just that."""
    words = " ".join(text.replace("\x00", " ").split())  # PostgreSQL takes no such sign
    search = parse(words, latest_year=member.organisation.today().year)
    fitting = Client.named_like(" ".join(search.names), member)
    if search.names and not fold(" ".join(search.names)):
        fitting = fitting.none()
    for year in search.years:
        # Four figures can also end a reference.
        fitting = fitting.filter(Q(birth_year=year) | Q(reference__iendswith=str(year)))
    for reference in search.references:
        fitting = fitting.filter(
            Q(reference__istartswith=reference) | Q(reference__iendswith=reference)
        )
    everyone = Client.visible_to(member)
    if not words:
        return everyone
    named = Client.referenced(member.organisation_id, words)
    # A union: joined by OR, PostgreSQL would look at everybody for both.
    return everyone.filter(pk__in=fitting.values("pk").union(named.values("pk")))
