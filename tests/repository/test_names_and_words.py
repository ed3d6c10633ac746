import ast
import hashlib
import re
from pathlib import Path

from tests.repository.tree import ROOT, files, files_of_tests, parsed, slice_of, text, with_ending

DRAWERS = {
    "utils",
    "util",
    "helpers",
    "common",
    "services",
    "managers",
    "signals",
    "mixins",
    "misc",
}
READABLE = {
    *(".py", ".toml", ".md", ".txt", ".html", ".css", ".js", ".mjs", ".json", ".yaml", ".yml"),
    *(".svg", ".in", ".sh", ".typ", ".csv", ""),
}
MACHINE_PATH = re.compile(r"(?<![\w.])(?:/home/\w+|/root/|/work/|/Users/\w+|[A-Z]:\\Users)")
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
# Hosts of package registries, known by their digests so that they stand nowhere in this tree:
# whoever installs CORS decides where its parts come from.
REGISTRIES = {
    "a0f007d863a0ed19c5bd996ef6eaab194af2f1ac685c0f71a75270a0366f8983",
    "789e46d79514e28093cabe2bb4a0798266f584b0e508ef269ebabb6e57859290",
    "e680c440a2e92079ab1bf7a927e8d3920f1bcd173c0487e28e020110b2e59efc",
    "c899567ee906851741bf7f3bde17a33777859ff9f53ff54d6f0ea54cf31ad636",
    "00a7dc5a0cc388586b8665846e7d8ae94a6dd096f2aa1aa3b4aab4ac484f998a",
    "a4aa2ac280bb8d1a0ce7a1be5a7bfb10292b49fe9435ad5cff19f421f3c70e41",
    "d6d7019ca9fcbf07c769e445342515ef0c92e4f18a96adbb3bf6460f5b0ba17f",
    "dcb6cc3991f9799eecfd71952439eb200a2b09fee01d033df9954a197ef8c574",
    "0dc11026ac75c015aaa1deafff4a7a54ef6d0cf6b3c7f9b1d2c8f3502929aa9e",
    "70bb4000cd2fab03af01fed086c6bf3c2c970f8b8b8001c311028ec3b80e775a",
    "1ba4e37997a2e986efa6cd844e43fd25b9e816359d31612baa9c18b71e3b5294",
    "3d01f3609be82d98eeedcd977fae947ee6da479acbfd5d19619bda2184977921",
    "9495278a74715c7e246a36404b3589f0f2f0b564defdec00b228aa07ecb515e0",
}


def written() -> list[Path]:
    return [path for path in files() if path.suffix in READABLE and "vendor" not in path.parts]


def test_no_drawer_takes_whatever_has_no_home() -> None:
    parts = {(part.removesuffix(".py"), path) for path in files() for part in path.parts}
    found = [str(path) for part, path in parts if part in DRAWERS]
    assert not found, "\n".join(found)


def test_no_path_of_one_machine_is_written_down() -> None:
    found = [
        f"{path}: {match[0]}"
        for path in written()
        if path != Path(__file__).relative_to(ROOT)
        for match in MACHINE_PATH.finditer(text(path))
    ]
    assert not found, "\n".join(found)


def test_no_package_registry_is_named() -> None:
    found = [
        f"{path}: {host}"
        for path in written()
        for host in set(HOST.findall(text(path).lower()))
        if hashlib.sha256(host.encode()).hexdigest() in REGISTRIES
    ]
    assert not found, "\n".join(found)


def test_every_file_of_tests_is_named_for_what_it_tests() -> None:
    found = [
        str(path)
        for path in files_of_tests()
        if slice_of(path) and path.name not in ("__init__.py", "conftest.py")
        if not path.name.startswith("test_") and "def test_" in text(path)
    ]
    assert not found, "\n".join(found)


def test_nothing_is_skipped_without_a_reason() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path in files_of_tests()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith(("mark.skip", "mark.skipif"))
        if not any(keyword.arg == "reason" for keyword in node.keywords)
    ]
    assert not found, "\n".join(found)


def test_templates_hold_no_inline_script_or_style() -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|\son[a-z]+=|<style", re.IGNORECASE)
    found = [
        f"{path}: {match[0].strip()}"
        for path in with_ending(".html")
        for match in inline.finditer(text(path))
        if "application/json" not in match[0]
    ]
    assert not found, "\n".join(found)
