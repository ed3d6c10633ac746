"""What makes a function a verb: permission, organisation, one transaction, an event."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

from django.db import IntegrityError, models, transaction

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.scope import show
from cors.access.sending import taken
from cors.core import reserve
from cors.core.errors import NotAllowed, Refused
from cors.core.tally import SAVES

P = ParamSpec("P")
R = TypeVar("R")

TWICE = "Somebody has just done this, or something that rules it out. Look at the page again."

_acting: ContextVar[Membership | None] = ContextVar("acting", default=None)

VERBS: dict[str, Callable[..., Any]] = {}


def verb(*needs: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Turn a keyword-only function with `by=` into a verb that needs one of these permissions.

    The wrapped function raises NotAllowed when the role lacks the permission or a record belongs
    to another organisation; everything in it is written in one transaction, or nothing.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def acting(*args: P.args, **kwargs: P.kwargs) -> R:
            by = kwargs["by"]
            if args or not isinstance(by, Membership):
                raise TypeError(f"{function.__name__} takes keywords only, and by= a membership.")
            _check(by, needs, kwargs)
            reserve.check()
            try:
                with _in_one_transaction(by), taken(by):
                    transaction.on_commit(partial(SAVES.add, function.__name__))
                    return function(*args, **kwargs)
            except IntegrityError as error:
                raise Refused(TWICE) from error

        VERBS[f"{function.__module__}.{function.__name__}"] = acting
        acting.needs = needs  # type: ignore[attr-defined]
        return acting

    return decorate


@contextmanager
def _in_one_transaction(by: Membership) -> Iterator[None]:
    """Write all of a verb or nothing; inside of another one of the same person all is shown.

    A verb within a verb sets no savepoint: what is refused in it is refused whole. Who means to
    go on without it calls it inside of `transaction.atomic()`; RuntimeError where that is missing.
    """
    outer = _acting.get()
    before = _acting.set(by)
    try:
        with transaction.atomic(savepoint=outer is None):
            if outer is None or outer.pk != by.pk:
                show(by.organisation_id, user=by.user_id)
            yield
            if outer is None and transaction.get_rollback():
                raise RuntimeError("A refusal inside was passed over: nothing would be saved.")
    finally:
        _acting.reset(before)


def _check(by: Membership, needs: tuple[Permission, ...], given: dict[str, Any]) -> None:
    if needs and not any(by.can(permission) for permission in needs):
        raise NotAllowed(f"Your role does not {needs[0].value}. Ask your lead or manager.")
    for value in given.values():
        for record in value if isinstance(value, list | tuple) else [value]:
            if isinstance(record, models.Model) and _owner(record) not in (
                None,
                by.organisation_id,
            ):
                raise NotAllowed("This belongs to another organisation.")


def _owner(record: models.Model) -> Any:
    return getattr(record, "organisation_id", None)
