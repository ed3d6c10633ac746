"""Who acts when a command runs on the server: the system's own membership."""

from cors.access.actions import SYSTEM_DOMAIN
from cors.access.models import Membership, User
from cors.access.scope import within
from cors.core.errors import Refused


def system_member(organisation: str) -> Membership:
    """Return under which membership commands act for the organisation of this key.

    It is found by the system's user, because on PostgreSQL an organisation shows itself only to
    those who belong to it. Raises Refused where there is none.
    """
    user = User.with_email(f"{organisation}@{SYSTEM_DOMAIN}")
    if user is not None:
        with within(None, user=user.pk):
            if member := Membership.current_of(user).first():
                return member
    raise Refused(
        f"There is no organisation “{organisation}”. Make it with: "
        f'cors organisation add {organisation} --name "Its name"',
        field="organisation",
    )
