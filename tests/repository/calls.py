"""Finds calls in Python that go round the door to read or the verbs that write."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.repository.tree import code_files, parsed

MANAGERS = {"objects", "_base_manager", "_default_manager", "default_manager", "base_manager"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404", "aget_object_or_404", "aget_list_or_404"}
RAW = {"raw", "extra", "cursor", "RawSQL"}
# Asked of a reverse manager (goal.ratings.filter()) these read past the door.
QUESTIONS = {
    *("all", "filter", "exclude", "get", "first", "last", "latest", "earliest", "exists", "count"),
    *("aggregate", "annotate", "order_by", "values", "values_list", "distinct", "iterator"),
    *("in_bulk", "only", "defer", "select_related", "prefetch_related", "select_for_update"),
}
WRITES = {
    "save",
    "delete",
    "create",
    "create_user",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
STARTS = QUESTIONS | MANAGERS | {"visible_to", "across_organisations"}


def reads_past_the_door(path: Path) -> Iterator[str]:
    """Yield a line for each place that reads records in another way than by the door."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute | ast.Name | ast.alias) and _named(node) in SHORTCUTS:
            yield _place(path, node, _named(node))
        elif isinstance(node, ast.Attribute) and _is_manager(node.attr):
            yield _place(path, node, ast.unparse(node))
        elif isinstance(node, ast.Call) and _is_reverse_or_raw(node):
            yield _place(path, node, ast.unparse(node.func))


def _is_manager(name: str) -> bool:
    return name in MANAGERS or (name.endswith("_set") and name != "is_set")  # a thread may ask that


def _is_reverse_or_raw(call: ast.Call) -> bool:
    func = call.func
    if isinstance(func, ast.Name):
        return func.id == "RawSQL"
    if not isinstance(func, ast.Attribute):
        return False
    if func.attr in RAW:
        return True
    receiver = func.value
    if not isinstance(receiver, ast.Attribute) or receiver.attr not in reverse_managers():
        return False
    return func.attr in QUESTIONS and not _suits_a_dictionary(func.attr, call)


def _suits_a_dictionary(question: str, call: ast.Call) -> bool:
    if question == "get":
        return bool(call.args)
    return question == "values" and not call.args and not call.keywords


@cache
def reverse_managers() -> frozenset[str]:
    """Return the names by which a record reaches those that point at it, as the models say."""
    names: set[str] = set()
    for path in code_files():
        if path.name == "models.py" or "models" in path.parts:
            for node in ast.walk(parsed(path)):
                names |= _names_given(node)
    return frozenset(names)


def _names_given(node: ast.AST) -> set[str]:
    if isinstance(node, ast.keyword) and node.arg == "related_name":
        word = node.value.value if isinstance(node.value, ast.Constant) else ""
        return {word} if isinstance(word, str) and not word.endswith("+") else set()
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
        return set()
    if not ast.unparse(node.value.func).endswith("ManyToManyField"):
        return set()
    return {target.id for target in node.targets if isinstance(target, ast.Name)}


def writes_past_the_verbs(path: Path) -> Iterator[str]:
    """Yield a line for each call that writes a record."""
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        verb = node.func.attr.removeprefix("a") if node.func.attr[:1] == "a" else node.func.attr
        if _is_write(verb, node):
            yield _place(path, node, ast.unparse(node.func))


def _is_write(verb: str, call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    receiver = call.func.value
    if isinstance(receiver, ast.Call) and ast.unparse(receiver.func) == "super":
        return False
    if verb in ("save", "delete", "create"):
        # A file's save(path) and a cache's delete(key) name their thing by position.
        return not call.args
    if verb == "update":
        return not call.args and (bool(_words(receiver) & STARTS) or isinstance(receiver, ast.Call))
    return verb in WRITES


def _words(expression: ast.expr) -> set[str]:
    return {node.attr for node in ast.walk(expression) if isinstance(node, ast.Attribute)}


def _named(node: ast.Attribute | ast.Name | ast.alias) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else node.name


def _place(path: Path, node: ast.expr | ast.alias, what: str) -> str:
    return f"{path}:{node.lineno} {what}"
