"""One way to read records and one way to write them; see docs/adr for the reasons."""

import re
from pathlib import Path

from tests.repository.calls import reads_past_the_door, reverse_managers, writes_past_the_verbs
from tests.repository.tree import code_files, slice_of, text, with_ending

# path → why this file may read in another way than by the door
READS_EXEMPT = {
    "src/cors/bench/fill.py": "writes a hundred thousand people in bulk; reads nothing",
    "src/cors/bench/bare.py": "times bare statements, against which pages are held",
    "src/cors/bench/haste.py": "takes indexes away while that goes on; reads no record",
    "src/cors/audit/record.py": "writes the names on a page in one statement; reads nothing",
    "src/cors/audit/triggers.py": "lays triggers, which Django has no words for",
    "src/cors/cases/visibility.py": "is the rule behind the door: who may see whom",
}

# path → why this file may write although it is no verb
WRITES_EXEMPT = {
    "src/cors/audit/record.py": "writes the event inside the verb's own transaction",
    "src/cors/core/keyring.py": "makes a client's key the moment that something is sealed under it",
}


def is_models(path: Path) -> bool:
    return path.name == "models.py" or "models" in path.parts


def is_actions(path: Path) -> bool:
    return path.name == "actions.py" or "actions" in path.parts


def test_records_are_read_by_the_door_only() -> None:
    found = [
        place
        for path in code_files()
        if slice_of(path) not in ("", "access", "core") and not is_models(path)
        if str(path) not in READS_EXEMPT
        for place in reads_past_the_door(path)
    ]
    assert not found, "\n".join(found)


def test_records_are_written_by_verbs_only() -> None:
    found = [
        place
        for path in code_files()
        if slice_of(path) and not is_models(path) and not is_actions(path)
        if str(path) not in WRITES_EXEMPT
        for place in writes_past_the_verbs(path)
    ]
    assert not found, "\n".join(found)


def test_templates_ask_the_database_nothing() -> None:
    asks = re.compile(r"\.(?:(\w+)\.(?:all|count|first|last|exists)|\w+_set)\b")
    found = [
        f"{path}: {match[0]}"
        for path in with_ending(".html")
        for tag in re.findall(r"{[{%].*?[%}]}", text(path), re.DOTALL)
        for match in asks.finditer(tag)
        if not match[1] or match[1] in reverse_managers()
    ]
    assert not found, "\n".join(found)


def test_every_exemption_is_still_needed() -> None:
    idle = [path for path in READS_EXEMPT if not any(reads_past_the_door(Path(path)))]
    idle += [path for path in WRITES_EXEMPT if not any(writes_past_the_verbs(Path(path)))]
    assert not idle
