"""Verbs: the services of an organisation."""

from datetime import date
from itertools import count

from django.utils.text import slugify

from cors.access.models import Membership, Team
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.catalogue.models import Service
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen

LONGEST_NAME = 80
LONGEST_KEY = 40
MOST_WEEKS = 104
MOST_DAYS = 366


@verb(Permission.SET_UP)
def add_service(
    *,
    name: str,
    team: Team | None,
    by: Membership,
    review_weeks: int = 12,
    contact_every_days: int = 21,
    key: str = "",
) -> Service:
    """Say what else the organisation does, and which team runs it."""
    _check_name(name, by)
    _check_how_often(review_weeks, contact_every_days)
    if key and Service.with_key(key, by):
        raise Refused("Another service has this key. Choose another.", field="key")
    service = Service(
        organisation=by.organisation,
        created_by_id=by.user_id,
        key=key or _free_key(name, by),
        name=name.strip(),
        team=team,
        review_weeks=review_weeks,
        contact_every_days=contact_every_days,
    )
    service.save(force_insert=True)
    record(by=by, verb="add_service", about=service, changes={"name": service.name})
    return service


@verb(Permission.SET_UP)
def rename_service(*, service: Service, name: str, by: Membership, seen: str = "") -> None:
    """Call a service otherwise; what was recorded in it shows the new name too."""
    _check_name(name, by, service)
    service.hold("name")
    refuse_unseen(seen, {"name": service.name})
    before, service.name = service.name, name.strip()
    service.save(update_fields=["name"])
    changes = {"before": before, "now": service.name}
    record(by=by, verb="rename_service", about=service, changes=changes)


@verb(Permission.SET_UP)
def change_how_often(
    *, service: Service, review_weeks: int, contact_every_days: int, by: Membership, seen: str = ""
) -> None:
    """Say how often a service looks back together, and after how many days it misses somebody."""
    _check_how_often(review_weeks, contact_every_days)
    service.hold("review_weeks", "contact_every_days")
    refuse_unseen(seen, service.how_often())
    before = service.how_often()
    service.review_weeks, service.contact_every_days = review_weeks, contact_every_days
    service.save(update_fields=["review_weeks", "contact_every_days"])
    changes = {"before": before, "now": service.how_often()}
    record(by=by, verb="change_how_often", about=service, changes=changes)


@verb(Permission.SET_UP)
def name_who_is_told(
    *, service: Service, member: Membership | None, by: Membership, seen: str = ""
) -> None:
    """Say who is told when an answer in this service asks to talk about safety; None: nobody."""
    if member is not None and member not in service.who_may_be_told(by):
        raise Refused("Choose somebody who sees the people of this service.", field="member")
    service.hold("told")
    refuse_unseen(seen, service.who_is_told())
    before = service.who_is_told()
    service.told = member
    service.save(update_fields=["told"])
    changes = {"before": before, "now": service.who_is_told()}
    record(by=by, verb="name_who_is_told", about=service, changes=changes)


@verb(Permission.SET_UP)
def end_service(*, service: Service, on: date, by: Membership) -> None:
    """Take nobody new from this day on; cases that run go on."""
    if service.ended_date:
        raise Refused("This service has ended already.")
    if on > by.organisation.today():
        raise Refused("The day is still to come. Choose today or an earlier day.", field="on")
    service.ended_date = on
    service.save(update_fields=["ended_date"])
    record(by=by, verb="end_service", about=service, changes={"on": on})


def _check_name(name: str, by: Membership, service: Service | None = None) -> None:
    if not name.strip():
        raise Refused("Give the service a name.", field="name")
    if len(name.strip()) > LONGEST_NAME:
        raise Refused(f"Keep the name to {LONGEST_NAME} characters.", field="name")
    running = Service.running_in(by.organisation)
    names = {each.name.lower() for each in running if each != service}
    if name.strip().lower() in names:
        raise Refused("Another service has this name. Choose another.", field="name")


def _check_how_often(review_weeks: int, contact_every_days: int) -> None:
    if not 1 <= review_weeks <= MOST_WEEKS:
        raise Refused(f"Choose from 1 to {MOST_WEEKS} weeks.", field="review_weeks")
    if not 1 <= contact_every_days <= MOST_DAYS:
        raise Refused(f"Choose from 1 to {MOST_DAYS} days.", field="contact_every_days")


def _free_key(name: str, by: Membership) -> str:
    stem = slugify(name)[: LONGEST_KEY - 4] or "service"
    keys = (stem if place == 1 else f"{stem}-{place}" for place in count(1))
    return next(key for key in keys if Service.with_key(key, by) is None)
