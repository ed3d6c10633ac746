"""The slice as Django sees it."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The cases slice; tells the door who sees which case."""

    name = "cors.cases"
    label = "cases"

    def ready(self) -> None:
        from cors.cases.visibility import register_rules

        register_rules()
