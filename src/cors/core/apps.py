"""Core: no domain words."""

from django.apps import AppConfig


def _count_rows() -> bool:
    from cors.core.sqlite.statistics import count_rows

    count_rows("default")
    return False


class CoreConfig(AppConfig):
    """The record base, sealing, components."""

    name = "cors.core"
    label = "core"

    def ready(self) -> None:
        """Count rows anew each day: a database that began empty is not taken for a small one."""
        from cors.core import many_keys
        from cors.core.jobs import DAILY, Job, register

        many_keys.register()
        register(Job("count_rows", _count_rows, every=DAILY))
