"""Facts by chance: four cases of three people, with anything on any day around the spring."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from cors.reports.figure import Material
from cors.reports.tests import made_up_facts as made_up
from cors.reports.tests.made_up_facts import key

# The first two cases are of one person.
PERSON = {"a": "Hana", "b": "Hana", "c": "Ole", "d": "Ines"}
OWNER = {key(name): key(f"person {person}") for name, person in PERSON.items()}

names = st.sampled_from(list(PERSON))
days = st.dates(date(2026, 2, 1), date(2026, 6, 30))
maybe = st.none() | days
later = st.none() | st.integers(0, 120)
results = st.sampled_from(["kept", "not-kept", "lost-touch", "died", "moved-away"])


def _owned(row: Any) -> Any:
    """Return a row that belongs to the person of its case."""
    return replace(row, client=OWNER[row.case])


def _after(day: date, days_later: int | None) -> date | None:
    return None if days_later is None else day + timedelta(days=days_later)


@st.composite
def _case(draw: Any, name: str) -> Any:
    referred = draw(days)
    started = _after(referred, draw(later))
    ended = _after(started or referred, draw(later))
    reason = draw(st.sampled_from(["goals-reached", "lost-touch"])) if ended else ""
    declined = referred if started is None and ended is None and draw(st.booleans()) else None
    return made_up.a_case(
        name, PERSON[name], referred=referred, started=started, ended=ended,
        declined=declined, ending_reason=reason,
    )  # fmt: skip


@st.composite
def _spell(draw: Any, /, make: Any, start: str, end: str, **more: Any) -> Any:
    """Return a row that lasts from a day to a later one, or is still open."""
    row, first = make(draw(names)), draw(days)
    ends = {start: first, end: _after(first, draw(later))}
    return replace(row, **ends, **{name: draw(each) for name, each in more.items()})


def _goals() -> Any:
    said = st.lists(st.tuples(days, st.integers(0, 10)), max_size=4)
    ratings = said.map(lambda rows: tuple(sorted(rows)))
    hows = st.sampled_from(["reached", "let-go"])
    return _spell(made_up.a_goal, "set_on", "ended", ratings=ratings, how=hows, reached=maybe)


def _outcomes() -> Any:
    checks = st.dictionaries(st.sampled_from([13, 26]), st.tuples(results, days), max_size=2)
    made = checks.map(lambda rows: tuple(sorted((weeks, *said) for weeks, said in rows.items())))
    kinds = st.sampled_from(["job", "home"])
    return st.builds(made_up.an_outcome, names, outcome_type=kinds, on=days, checks=made)


def _tables() -> dict[str, Any]:
    minutes = st.none() | st.integers(0, 1440)
    attempts = st.sampled_from(["held", "no-answer"])
    kinds = st.sampled_from(["job", "home"])
    return {
        "contacts": st.builds(
            made_up.a_contact, names, on=days, result=attempts, minutes=minutes,
            contact=st.uuids(),
        ),
        "goals": _goals(),
        "barriers": _spell(
            made_up.a_barrier, "noticed", "resolved", type_key=st.sampled_from(["debt", "trust"])
        ),
        "moments": _spell(
            made_up.a_moment, "on", "back", kind=st.sampled_from(["success", "setback"])
        ),
        "reviews": st.builds(made_up.a_review, names, on=days),
        "aims": _spell(made_up.an_aim, "since", "until", outcome_type=kinds),
        "outcomes": _outcomes(),
        "scores": st.builds(made_up.a_score, names, st.integers(0, 27), days),
    }  # fmt: skip


@st.composite
def any_rows(draw: Any) -> dict[str, list[Any]]:
    """Draw rows for every table, each of a case that is among the cases."""
    cases = [draw(_case(name)) for name in PERSON]
    drawn = {
        name: [_owned(row) for row in draw(st.lists(rows, max_size=6))]
        for name, rows in _tables().items()
    }
    return {"cases": cases, **drawn}


def any_material() -> st.SearchStrategy[Material]:
    """Draw material for all figures of the spring."""
    return any_rows().map(lambda rows: made_up.given(made_up.SPRING, **rows))
