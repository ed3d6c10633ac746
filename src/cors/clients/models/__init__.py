"""People who are supported, how to reach them safely, and what they agreed to."""

from cors.clients.models.client import NAMES, Client, NamePrefix, fold_reference
from cors.clients.models.consent import Consent
from cors.clients.models.contact_point import ContactPoint
from cors.clients.models.equality_answer import EqualityAnswer
from cors.clients.models.reference_count import ReferenceCount
from cors.clients.models.relationship import Alert, BlockedSight, Relationship

__all__ = [
    "NAMES",
    "Alert",
    "BlockedSight",
    "Client",
    "Consent",
    "ContactPoint",
    "EqualityAnswer",
    "NamePrefix",
    "ReferenceCount",
    "Relationship",
    "fold_reference",
]
