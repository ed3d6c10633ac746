"""The slice as Django sees it."""

from django.apps import AppConfig


class CaseloadConfig(AppConfig):
    """The caseload slice."""

    name = "cors.caseload"
    label = "caseload"
