import os
from pathlib import Path

import pytest

from bootstrap.index import configured, configured_index, environment_for_uv, offline_arguments

ADDRESS = "https://index.example/simple"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.mark.parametrize("name", ["UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"])
def test_the_surroundings_name_the_index(name: str) -> None:
    assert configured_index({name: ADDRESS}) == ADDRESS


@pytest.mark.parametrize("place", [".config/pip/pip.conf", ".pip/pip.conf", "xdg/pip/pip.conf"])
@pytest.mark.parametrize("setting", ["index-url", "index_url"])
def test_a_file_of_pip_names_the_index(nothing_configured: Path, place: str, setting: str) -> None:
    write(nothing_configured / place, f"[global]\n{setting} = {ADDRESS}\n")
    assert configured_index() == ADDRESS


def test_the_surroundings_go_before_a_file(nothing_configured: Path) -> None:
    write(nothing_configured / ".pip/pip.conf", "[global]\nindex-url = https://other.example\n")
    assert configured_index({**os.environ, "PIP_INDEX_URL": ADDRESS}) == ADDRESS


def test_a_named_file_goes_before_the_others(nothing_configured: Path) -> None:
    write(nothing_configured / ".pip/pip.conf", "[global]\nindex-url = https://other.example\n")
    write(nothing_configured / "mine", f"[install]\nindex-url = {ADDRESS}\n")
    named = {**os.environ, "PIP_CONFIG_FILE": str(nothing_configured / "mine")}
    assert configured_index(named) == ADDRESS


def test_files_can_be_switched_off(nothing_configured: Path) -> None:
    write(nothing_configured / ".pip/pip.conf", f"[global]\nindex-url = {ADDRESS}\n")
    assert configured_index({**os.environ, "PIP_CONFIG_FILE": os.devnull}) == ""


def test_a_file_that_cannot_be_read_counts_as_none(nothing_configured: Path) -> None:
    write(nothing_configured / ".pip/pip.conf", "index-url without a section")
    write(nothing_configured / "xdg/pip/pip.conf", f"[global]\nindex-url = {ADDRESS}\n")
    assert configured("index-url") == ADDRESS


def test_uv_is_told_what_pip_was_told(nothing_configured: Path) -> None:
    told = environment_for_uv(
        {"PIP_INDEX_URL": ADDRESS, "PIP_CERT": "/ca.pem", "VIRTUAL_ENV": "/x"}
    )
    assert told["UV_DEFAULT_INDEX"] == ADDRESS
    assert told["SSL_CERT_FILE"] == "/ca.pem"
    assert "VIRTUAL_ENV" not in told


def test_uv_keeps_its_own_default_where_nothing_is_configured(nothing_configured: Path) -> None:
    assert "UV_DEFAULT_INDEX" not in environment_for_uv({"HOME": str(nothing_configured)})


def test_an_account_without_a_home_keeps_no_cache(tmp_path: Path) -> None:
    assert environment_for_uv({"HOME": "/dev/null/home"})["UV_NO_CACHE"] == "1"
    assert "UV_NO_CACHE" not in environment_for_uv({"HOME": str(tmp_path)})


def test_a_folder_of_wheels_is_enough_without_an_index() -> None:
    told = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "/wheels /more"}
    assert offline_arguments(told) == [
        "--no-index",
        *("--find-links", "/wheels"),
        *("--find-links", "/more"),
    ]
    assert offline_arguments({"PIP_FIND_LINKS": "/wheels"}) == []
