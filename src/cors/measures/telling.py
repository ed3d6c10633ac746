"""An answer asks to talk about safety: who is named for the service is written to."""

import logging
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from cors.access.models import Membership
from cors.cases.models import Case

SUBJECT = "CORS: somebody asks you to look in"
# An inbox is read on locked screens and by others: no name, no measure, no answer.
WORDS = (
    "An answer that was recorded in CORS asks to talk about safety, and you are the one who is "
    "told. Please sign in: Today shows whom it is about.\n"
)
log = logging.getLogger(__name__)


def tell_of_safety(case: Case, *, by: Membership) -> None:
    """Write to who is named, once what was recorded stands; not to who recorded it."""
    told = case.service.told
    if not settings.EMAIL_HOST or told is None or told == by or told.left_at:
        return
    if Case.visible_to(told).filter(pk=case.pk).exists():
        transaction.on_commit(partial(_write, told.user.email))


def _write(address: str) -> None:
    """Send it; Today says the same, so a post office that is away undoes nothing."""
    try:
        send_mail(SUBJECT, WORDS, settings.DEFAULT_FROM_EMAIL, [address])
    except (OSError, SMTPException):
        log.exception("The e-mail about an alert could not be sent")
