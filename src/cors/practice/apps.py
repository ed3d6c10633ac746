"""The slice as Django sees it."""

from django.apps import AppConfig


def _move_next_in() -> bool:
    from cors.practice.moving_in import move_next_in

    return move_next_in()


class PracticeConfig(AppConfig):
    """The practice slice."""

    name = "cors.practice"
    label = "practice"

    def ready(self) -> None:
        from cors.core.jobs import Job, register

        register(Job("practice_moving_in", _move_next_in))
