"""Append-only events."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Append-only events."""

    name = "cors.audit"
    label = "audit"
