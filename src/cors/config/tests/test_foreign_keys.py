from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from tests.repository.tree import may_see


def slice_of(model: type[Model]) -> str:
    first, *rest = model.__module__.split(".")
    return rest[0] if first == "cors" else ""


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if slice_of(model)]


def links() -> Iterator[tuple[str, type[Model], type[Model]]]:
    """Yield each field that points from one of our models to another."""
    for model in our_models():
        for field in model._meta.get_fields():
            target = field.related_model
            if field.auto_created or not isinstance(target, type) or not slice_of(target):
                continue
            yield f"{model.__name__}.{field.name}", model, target


def test_foreign_keys_point_down_never_up() -> None:
    found = [
        f"{name} ({slice_of(model)}) points at {target.__name__} ({slice_of(target)})"
        for name, model, target in links()
        if not may_see(slice_of(model), slice_of(target))
    ]
    assert not found, "\n".join(found)


def test_there_are_links_to_look_at() -> None:
    assert sum(1 for _ in links()) > 20


def test_nothing_reaches_a_record_from_the_trail_of_events() -> None:
    assert not [name for name, model, _ in links() if slice_of(model) == "audit"]
