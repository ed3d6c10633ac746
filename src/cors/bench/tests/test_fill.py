"""Fifty people are loaded as in the bench, and then met by the door, the verbs and the pages."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from cors.access.models import Membership, User
from cors.access.scope import show
from cors.audit.models import Event
from cors.bench.fill import fill, make_people, write_people
from cors.bench.ground import CASELOAD, FULL_CONTACTS, FULL_MOMENTS, Ground, open_cases
from cors.bench.house import KEYWORKER, MANAGER, build_house
from cors.cases.models import Case
from cors.clients.actions import add_client
from cors.clients.models import Client
from cors.contacts.actions import record_contact
from cors.contacts.entry import NewMoment, NewOutcome, PersonEntry
from cors.contacts.models import CameOf, Contact, ContactPerson, ratings_of
from cors.core.models import RecordQuerySet
from cors.measures.models import Score
from cors.plans.actions import get_back_on_track
from cors.plans.models import Goal, Moment
from cors.reviews.actions import close_case
from tests.stage.personas import browser_of

PEOPLE = 50


@pytest.fixture
def ground(db: None) -> Ground:
    """Fifty loaded people; on PostgreSQL by the owner, as in real life."""
    house = build_house(PEOPLE)
    _as_role("NONE")
    fill(house, using="default", processes=1, progress=lambda _: None)
    _as_role(f'"{settings.CORS_WEB_ROLE}"')
    show(house.organisation, user=house.posts[0].user)
    return house


def _as_role(role: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {role}")


@pytest.fixture
def keyworker(ground: Ground) -> Membership:
    return _member(KEYWORKER)


@pytest.fixture
def manager(ground: Ground) -> Membership:
    return _member(MANAGER)


def _member(email: str) -> Membership:
    user = User.with_email(email)
    assert user
    return Membership.current_of(user).get()


def _full_case(ground: Ground) -> Case:
    return Case.objects.get(client__reference=f"{ground.letters}-0001")


def test_every_text_opens_under_the_key_of_its_person(manager: Membership) -> None:
    opened = 0
    for model in apps.get_models():
        if not isinstance(model._default_manager.all(), RecordQuerySet) and model is not Event:
            continue
        for row in model._default_manager.all():
            opened += sum(bool(getattr(row, name)) for name in row.privacy.sealed)  # type: ignore
    assert opened > PEOPLE * 40


def test_the_keyworker_sees_a_caseload_of_thirty(keyworker: Membership) -> None:
    mine = Case.visible_to(keyworker).open().held_by(keyworker)
    assert mine.count() == CASELOAD == open_cases(PEOPLE)


def test_the_manager_sees_everybody_through_the_door(manager: Membership) -> None:
    assert Client.visible_to(manager).count() == PEOPLE
    assert Contact.within(manager).count() == PEOPLE * 10 + FULL_CONTACTS - 4
    assert Score.visible_to(manager).count() == PEOPLE * 10


def test_contacts_have_people_and_what_came_of_them(manager: Membership) -> None:
    assert ContactPerson.visible_to(manager).count() > Contact.within(manager).count()
    for person in ContactPerson.visible_to(manager)[:40]:
        links = CameOf.of(person, "rating")
        assert len(links) == len(ratings_of(person))


def test_each_write_has_its_event(manager: Membership) -> None:
    told = Event.objects.filter(kind="write", verb="record_contact")
    assert told.count() == ContactPerson.visible_to(manager).count()
    assert all(event.about_id and event.client_id for event in told[:20])


def test_one_case_has_two_hundred_entries(ground: Ground, keyworker: Membership) -> None:
    case = _full_case(ground)
    assert ContactPerson.of(case).count() >= FULL_CONTACTS
    assert Moment.of(case).count() == FULL_MOMENTS


def test_pages_open_on_what_was_loaded(ground: Ground, keyworker: Membership) -> None:
    case = _full_case(ground)
    browser = browser_of(keyworker)
    for address in (
        "/",
        f"/cases/{case.pk}/",
        f"/cases/{case.pk}/timeline/",
        f"/record/{case.pk}/",
        f"/people/{case.client_id}/",
    ):
        page = browser.get(address)
        assert page.status_code == 200, address
        assert case.client.called in page.content.decode()


def test_find_by_name_finds_them(ground: Ground, keyworker: Membership) -> None:
    client = _full_case(ground).client
    page = browser_of(keyworker).get("/people/", {"q": client.name[:6]})
    assert client.name in page.content.decode()


def test_figures_count_them(manager: Membership) -> None:
    last = manager.organisation.today().isoformat()
    page = browser_of(manager).get(f"/figures/?first=2000-01-01&last={last}")
    assert page.status_code == 200
    words = re.sub(r"<[^>]+>|\s+", " ", page.content.decode())
    assert re.search(rf"People supported\s+{PEOPLE}\b", words)


def test_the_verbs_go_on_where_the_loader_ended(ground: Ground, keyworker: Membership) -> None:
    case, today = _full_case(ground), ground.today
    goal = Goal.of(case)[0]
    entry = PersonEntry(
        case=case,
        ratings=[(goal, 7, "client")],
        moments=[NewMoment("setback", "Missed the bus.", goal)],
        outcome=NewOutcome("gp-registered", "own-word", goal),
    )
    record_contact(kind="call", on=today, by=keyworker, form_key=uuid4(), people=[entry])
    setback = Moment.of(case).setbacks().still_off_track().get(created_at__date=today)
    get_back_on_track(moment=setback, on=today, by=keyworker, what_helped="a lift")
    close_case(
        case=case, on=today, reason="goals-reached", by=keyworker, no_review_reason="They moved."
    )
    assert case.ending()


def test_references_are_counted_on(ground: Ground, keyworker: Membership) -> None:
    client = add_client(name="Next One", on=ground.today, by=keyworker)
    assert client.reference == f"{ground.letters}-0051"


def test_the_same_seed_makes_the_same_lives(ground: Ground) -> None:
    first, second = (make_people(ground, range(3), "sqlite") for _ in range(2))
    kinds = [
        {shape.table: len(rows) for shape, rows in each.found.items()} for each in (first, second)
    ]
    assert kinds[0] == kinds[1]


def test_a_value_of_no_column_stops_the_load(ground: Ground) -> None:
    rows = make_people(ground, range(1), "sqlite")
    with pytest.raises(ValueError, match="clients_client"):
        rows.add(Client, reference="X", nickname="Y")


def test_a_chunk_is_written_whole_or_not_at_all(ground: Ground, manager: Membership) -> None:
    before = Client.visible_to(manager).count()
    _as_role("NONE")
    with pytest.raises(Exception, match=r"(?i)unique"), transaction.atomic():
        write_people(ground, range(PEOPLE - 1, PEOPLE + 1), "default")  # one is there already
    _as_role(f'"{settings.CORS_WEB_ROLE}"')
    assert Client.visible_to(manager).count() == before


def test_days_stand_in_their_order(manager: Membership, ground: Ground) -> None:
    for case in Case.visible_to(manager):
        days: list[Any] = [row.happened_date for row in ContactPerson.of(case)]
        assert case.started_date is not None
        assert case.started_date <= days[0]
        assert days[-1] <= ground.today
