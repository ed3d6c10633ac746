"""What the outside says is read once, and refused in a sentence that repeats no secret."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cors.config.environment import ROOT, databases, flag, folder, number, postgresql, secret

WHOLE = "postgresql://harbour:p%40ss%3Aword@db.example:6543/cors"


def test_every_part_of_a_database_s_address_is_taken() -> None:
    found = postgresql(WHOLE, pool=False)
    assert {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "cors",
        "USER": "harbour",
        "PASSWORD": "p@ss:word",
        "HOST": "db.example",
        "PORT": "6543",
    }


def test_what_an_address_leaves_out_is_left_to_the_server() -> None:
    found = postgresql("postgresql:///cors", pool=False)
    assert [found[name] for name in ("USER", "PASSWORD", "HOST", "PORT")] == [""] * 4


@pytest.mark.parametrize("pool", [True, False])
def test_a_pool_is_there_when_it_is_asked_for(pool: bool) -> None:
    assert ("pool" in postgresql(WHOLE, pool=pool)["OPTIONS"]) is pool


@pytest.mark.parametrize("pool", [True, False])
def test_statements_are_not_compiled_before_they_run(pool: bool) -> None:
    assert postgresql(WHOLE, pool=pool)["OPTIONS"]["options"] == "-c jit=off"


@pytest.mark.parametrize("pool", [True, False])
def test_what_is_asked_again_stays_planned(pool: bool) -> None:
    options = postgresql(WHOLE, pool=pool)["OPTIONS"]
    assert (options["server_side_binding"], options["prepare_threshold"]) == (True, 5)


def test_what_lies_in_the_pool_is_looked_at_before_it_is_used() -> None:
    found = postgresql(WHOLE, pool=True)
    assert found["CONN_HEALTH_CHECKS"] is True
    assert found["OPTIONS"]["pool"]["timeout"] <= 5
    assert found["OPTIONS"]["pool"]["reconnect_timeout"] <= 2


@pytest.mark.parametrize(("said", "value"), [("", 7), ("0", 0), ("4096", 4096)])
def test_a_number_is_read(monkeypatch: pytest.MonkeyPatch, said: str, value: int) -> None:
    monkeypatch.setenv("CORS_RESERVE", said)
    assert number("CORS_RESERVE", 7) == value


@pytest.mark.parametrize("said", ["-1", "much", "1.5"])
def test_what_is_no_whole_number_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("CORS_RESERVE", said)
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        number("CORS_RESERVE", 7)


@pytest.mark.parametrize(
    "address",
    [
        "mysql://harbour:geheim@db/cors",
        "postgresql://harbour:geheim@db",
        "postgresql://harbour:geheim@db/",
        "postgresql://harbour:geheim@db:port/cors",
        "postgresql://harbour:geheim@db:99999/cors",
        "postgresql://harbour:geheim@[db/cors",
        "harbour:geheim@db/cors",
        "cors",
    ],
)
def test_an_address_that_is_none_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        postgresql(address, pool=False)
    assert str(refused.value).startswith("CORS_DATABASE_URL must read postgresql://")
    assert "geheim" not in str(refused.value)
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


@pytest.mark.parametrize(("value", "on"), [("1", True), ("0", False), ("", False), (None, False)])
def test_a_switch_is_on_or_off(
    monkeypatch: pytest.MonkeyPatch, value: str | None, on: bool
) -> None:
    monkeypatch.delenv("CORS_TLS", raising=False)
    if value is not None:
        monkeypatch.setenv("CORS_TLS", value)
    assert flag("CORS_TLS") is on


@pytest.mark.parametrize("value", ["yes", "true", "2", "on", " 1"])
def test_a_switch_in_between_is_refused_with_what_to_write(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("CORS_TLS", value)
    with pytest.raises(ImproperlyConfigured, match=r"Set it to 1 \(on\) or 0 \(off\)\."):
        flag("CORS_TLS")


def test_a_folder_is_the_one_named_or_one_in_the_tree(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CORS_VAR", str(tmp_path))
    assert folder("CORS_VAR", "var") == tmp_path
    monkeypatch.setenv("CORS_VAR", "")
    assert folder("CORS_VAR", "var") == ROOT / "var"


def test_without_an_address_the_records_lie_in_one_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CORS_DATABASE_URL", raising=False)
    monkeypatch.delenv("CORS_SQLITE", raising=False)
    found = databases(tmp_path)
    assert list(found) == ["default"]
    assert found["default"]["NAME"] == str(tmp_path / "cors.sqlite3")
    pragmas = found["default"]["OPTIONS"]["init_command"]
    for needed in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        assert needed in pragmas


def test_the_owner_s_way_into_postgresql_is_a_second_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CORS_DATABASE_URL", WHOLE)
    monkeypatch.delenv("CORS_OWNER_DATABASE_URL", raising=False)
    assert list(databases(tmp_path)) == ["default"]
    monkeypatch.setenv("CORS_OWNER_DATABASE_URL", "postgresql://owner@db.example/cors")
    found = databases(tmp_path)
    assert [found[name]["USER"] for name in ("default", "owner")] == ["harbour", "owner"]


def test_a_passing_secret_is_another_one_each_time(tmp_path: Path) -> None:
    assert secret(tmp_path) != secret(tmp_path)
    (tmp_path / "django.key").write_text("kept\n")
    assert secret(tmp_path) == "kept"
