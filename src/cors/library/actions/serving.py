"""Verbs: what a library says of itself, and reading the library of another organisation."""

from datetime import timedelta
from uuid import UUID

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.library.models import Library, Serving
from cors.library.models.serving import MOST

SALT = "cors library"
CODE_HOLDS = timedelta(days=30)
NO_CODE = "This code is not one of ours, or it is older than 30 days. Ask for a new one."


def code_of(member: Membership) -> str:
    """Return the code with which another organisation may read this one's library."""
    told = {"library": str(member.organisation_id), "name": member.organisation.name}
    return signing.dumps(told, salt=SALT)


@verb(Permission.SET_UP)
def read_library_of(*, code: str, by: Membership) -> Serving:
    """Read the published answers of another library from now on."""
    try:
        told = signing.loads(code.strip(), salt=SALT, max_age=CODE_HOLDS)
    except signing.BadSignature:
        raise Refused(NO_CODE, field="code") from None
    library = UUID(told["library"])
    if library == by.organisation_id:
        raise Refused("This is the code of your own library. Give it to others.", field="code")
    if Serving.of(by).filter(library=library).exists():
        raise Refused("You read this library already.", field="code")
    serving = Serving(
        organisation=by.organisation,
        created_by_id=by.user_id,
        library_id=library,
        library_name=told["name"],
        served_name=by.organisation.name,
    )
    serving.save(force_insert=True)
    record(by=by, verb="read_library_of", about=serving, changes={"name": told["name"]})
    return serving


@verb(Permission.SET_UP)
def stop_reading_library(*, serving: Serving, by: Membership) -> None:
    """Read it no more; what was heard until now stays with whom it belongs to."""
    record(by=by, verb="stop_reading_library", about=serving)
    serving.delete()


@verb(Permission.ANSWER)
def describe_library(
    *, telephone: str, email: str, web: str, social: str, about: str, is_public: bool,
    by: Membership, seen: str = "",
) -> Library:  # fmt: skip
    """Say what the library is, how to get in touch, and whether its feed is for everybody."""
    given = {"about": about, "telephone": telephone, "email": email, "web": web, "social": social}
    given = {name: value.strip() for name, value in given.items()}
    _check(given)
    library = Library.of(by.organisation_id)
    if library.is_saved:
        library.hold(*MOST, "is_public")
    refuse_unseen(seen, library.said())
    for name, value in given.items():
        setattr(library, name, value)
    library.is_public = is_public
    if not library.is_saved:
        library.created_by_id = by.user_id
    library.save()
    record(by=by, verb="describe_library", about=library, changes=library.said())
    return library


def _check(given: dict[str, str]) -> None:
    for name, value in given.items():
        if len(value) > MOST[name]:
            raise Refused(f"Shorten it to {MOST[name]} characters.", field=name)
    for name in ("web", "social"):
        if given[name] and not given[name].startswith("https://"):
            raise Refused("Write the whole address, from https:// on.", field=name)
    try:
        if given["email"]:
            validate_email(given["email"])
    except ValidationError:
        raise Refused("Write an e-mail address like name@example.org", field="email") from None
