from pathlib import Path

import pytest

from tests.repository import calls


@pytest.fixture(autouse=True)
def reverse_managers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "reverse_managers", lambda: frozenset({"ratings"}))


def written(folder: Path, line: str) -> Path:
    path = folder / "views.py"
    path.write_text(line + "\n")
    return path


@pytest.mark.parametrize(
    "line",
    [
        "goal = Goal.objects.get(pk=pk)",
        "Goal._default_manager.all()",
        "goal = get_object_or_404(Goal, pk=pk)",
        "from django.shortcuts import get_object_or_404",
        "goal.ratings.filter(day=day)",
        "goal.rating_set",
        "Goal.visible_to(member).raw(words)",
        "connection.cursor()",
        "rows.annotate(n=RawSQL('1', []))",
    ],
)
def test_reading_past_the_door_is_seen(tmp_path: Path, line: str) -> None:
    assert list(calls.reads_past_the_door(written(tmp_path, line)))


@pytest.mark.parametrize(
    "line",
    [
        "goal = find(Goal, request, pk)",
        "Goal.visible_to(request.member).filter(day=day).first()",
        "request.GET.get('day')",
        "self.ratings.get('day')",
        "self.ratings.values()",
        "self.form.words.count('a')",
    ],
)
def test_reading_by_the_door_is_let_through(tmp_path: Path, line: str) -> None:
    assert not list(calls.reads_past_the_door(written(tmp_path, line)))


@pytest.mark.parametrize(
    "line",
    [
        "goal.save()",
        "goal.save(update_fields=['words'])",
        "goal.delete()",
        "await goal.asave()",
        "Goal.objects.create(words='a')",
        "Goal.objects.bulk_create(goals)",
        "Goal.objects.update_or_create(pk=pk)",
        "Goal.visible_to(member).update(words='a')",
        "User.objects.create_user('a')",
    ],
)
def test_writing_past_the_verbs_is_seen(tmp_path: Path, line: str) -> None:
    assert list(calls.writes_past_the_verbs(written(tmp_path, line)))


@pytest.mark.parametrize(
    "line",
    [
        "set_goal(by=member, words='a')",
        "told.update({'a': 1})",
        "digest.update(data)",
        "book.save(path)",
        "cache.delete('key')",
        "super().save(*words)",
    ],
)
def test_what_only_looks_like_writing_is_let_through(tmp_path: Path, line: str) -> None:
    assert not list(calls.writes_past_the_verbs(written(tmp_path, line)))
