"""Whether this is practice: asked for, and in a database that was made for it."""

from django.conf import settings

from cors.core.models import Installation


def is_practice() -> bool:
    """Say whether practice was switched on, over a database that is marked for it."""
    if not settings.CORS_PRACTICE:
        return False
    here = Installation.here()
    return here is not None and here.is_practice
