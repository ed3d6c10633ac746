"""What somebody finds in the library: what ships, what those who serve them answered, their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cors.access.models import Membership, Organisation
from cors.library.models import Answer, Serving
from cors.library.script import THEMES, Script, chapters_of
from cors.library.shelf import shelf

MOST_RELATED = 3
NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Offered:
    """An answer, and whose it is: what is heard and asked of it belongs to that library."""

    script: Script
    library_id: UUID
    library_name: str
    answer: Answer | None = None  # None: it ships

    @property
    def slug(self) -> str:
        return self.script.slug


@dataclass(frozen=True)
class Offers:
    """All that somebody finds, by slug; and what comes next."""

    answers: Mapping[str, Offered]
    announced: tuple[Answer, ...]
    libraries: Mapping[UUID, str]

    @property
    def titles(self) -> dict[str, str]:
        """Return the titles of all answers, by slug."""
        return {slug: each.script.title for slug, each in self.answers.items()}

    def by_theme(self, found: Iterable[Offered]) -> list[tuple[str, list[Offered]]]:
        """Return some answers under the names of their themes, in order."""
        known = list(found)
        rows = [
            (name, [each for each in known if each.script.theme == key])
            for key, name in THEMES.items()
        ]
        return [(name, answers) for name, answers in rows if answers]

    def search(self, asked: str, heard: Mapping[str, str]) -> list[Offered]:
        """Return the answers in which all these words stand, those with one in the title first.

        heard: what is said in the recordings, by slug.
        """
        words = asked.casefold().split()
        found = [
            each
            for each in self.answers.values()
            if all(w in each.script.searched + heard.get(each.slug, "") for w in words)
        ]
        in_title = {
            each.slug for each in found if any(w in each.script.title.casefold() for w in words)
        }
        return sorted(found, key=lambda each: each.slug not in in_title)

    def related(self, offered: Offered) -> list[Offered]:
        """Return what goes with an answer: what it names, else others of its theme."""
        if named := [self.answers[slug] for slug in offered.script.related if slug in self.answers]:
            return named
        theme = offered.script.theme
        others = [each for each in self.answers.values() if each.script.theme == theme]
        return [each for each in others if each.slug != offered.slug][:MOST_RELATED]


def offers_for(member: Membership, *, only: str = "") -> Offers:
    """Return what somebody finds; of two with one slug, their own organisation's stands.

    only: the one slug that is asked for, where nothing else of what is published is needed.
    """
    own, today = member.organisation_id, member.organisation.today()
    libraries = {row.library_id: row.library_name for row in Serving.of(member)}
    libraries[own] = member.organisation.name
    rows = Answer.published_for(member)
    published = list(rows.filter(slug=only) if only else rows)
    published.sort(key=lambda each: each.organisation_id == own)
    ships = {slug: Offered(script, own, libraries[own]) for slug, script in shelf().answers.items()}
    return _offers(ships, published, libraries, today)


def offers_of_library(organisation: Organisation, *, only: str = "") -> Offers:
    """Return what the people of one library answered themselves, for whoever may read it."""
    libraries = {organisation.pk: organisation.name}
    rows = Answer.published_by(organisation.pk)
    published = list(rows.filter(slug=only) if only else rows)
    return _offers({}, published, libraries, organisation.today())


def offers_that_ship() -> Offers:
    """Return the answers that come with the system: they are no organisation's."""
    ships = {slug: Offered(script, NOBODY, "CORS") for slug, script in shelf().answers.items()}
    return Offers(ships, (), {})


def _offers(
    ships: Mapping[str, Offered],
    published: list[Answer],
    libraries: Mapping[UUID, str],
    today: date,
) -> Offers:
    answers = dict(ships)
    for each in published:
        if each.is_out(today):
            answers[each.slug] = _offered(each, libraries[each.organisation_id])
    to_come = sorted(
        (each for each in published if not each.is_out(today)), key=lambda each: str(each.out_date)
    )
    return Offers(answers, tuple(to_come), libraries)


def _offered(answer: Answer, library_name: str) -> Offered:
    return Offered(script_of(answer), answer.organisation_id, library_name, answer)


def script_of(answer: Answer) -> Script:
    """Return what an answer of a library says; where it ships too, on the same pages."""
    shipped = shelf().answers.get(answer.slug)
    return Script(
        slug=answer.slug,
        title=answer.title,
        theme=answer.theme,
        place=shipped.place if shipped else 0,
        key_points=tuple(line for line in answer.key_points.splitlines() if line.strip()),
        screens=shipped.screens if shipped else (),
        related=shipped.related if shipped else (),
        evidence=shipped.evidence if shipped else (),
        chapters=chapters_of(answer.slug, answer.words),
    )
