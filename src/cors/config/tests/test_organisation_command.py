"""`./cors organisation add` as it is typed: what it makes, and what it refuses in a sentence."""

import argparse
import re

import pytest

from cors.access.actions import SYSTEM_DOMAIN
from cors.access.models import Invitation, Membership, Organisation, User
from cors.access.scope import show
from cors.config import command_line
from cors.config.commands import organisation
from cors.core.errors import Refused

RIGHT = ("harbour-street", "--name", "Harbour Street")


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys and tables are ready already: those of the test."""
    monkeypatch.setattr(organisation, "set_up", lambda: None)


def run(*words: str) -> int:
    return command_line.main(["organisation", "add", *words])


def look_inside() -> Organisation:
    """Return the organisation that was made, as its own system sees it."""
    user = User.with_email(f"{RIGHT[0]}@{SYSTEM_DOMAIN}")
    assert user
    show(None, user=user.pk)
    member = Membership.objects.select_related("organisation").get(user=user)
    show(member.organisation_id, user=user.pk)
    return member.organisation


@pytest.mark.django_db
def test_makes_an_organisation_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*RIGHT, "--time-zone", "Europe/Paris") == 0
    made = look_inside()
    assert (made.name, made.time_zone) == ("Harbour Street", "Europe/Paris")
    said = capsys.readouterr()
    assert said.err == "Harbour Street is there, with the key harbour-street.\n"
    assert said.out == "", "without a manager there is no link to hand on"


@pytest.mark.django_db
def test_prints_nothing_but_the_link_where_a_pipe_would_take_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(*RIGHT, "--manager", "dev@example.org") == 0
    made = look_inside()
    assert re.fullmatch(rf"/join/{made.pk}/[\w-]{{20,}}/\n", capsys.readouterr().out)


@pytest.mark.django_db
def test_the_link_is_for_a_manager_and_does_not_stand_in_the_database(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(*RIGHT, "--manager", "dev@example.org")
    token = capsys.readouterr().out.strip("/\n").split("/")[-1]
    invitation = Invitation.objects.get()
    assert invitation.role == "manager"
    stored = [str(getattr(invitation, field.attname)) for field in invitation._meta.concrete_fields]
    assert not [value for value in stored if token in value]


@pytest.mark.django_db
def test_a_key_in_use_ends_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*RIGHT) == 0
    capsys.readouterr()
    assert run("harbour-street", "--name", "Another") == command_line.USAGE_ERROR
    said = capsys.readouterr()
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err
    assert look_inside().name == "Harbour Street"


WRONG = {
    "a key in capitals": (("Harbour", "--name", "x"), "small letters, digits and dashes"),
    "a key with blanks": (("harbour street", "--name", "x"), "small letters, digits and dashes"),
    "a key that ends in a dash": (("harbour-", "--name", "x"), "small letters, digits and dashes"),
    "a key that leads elsewhere": (("../x", "--name", "x"), "small letters, digits and dashes"),
    "a key of 41 letters": (("h" * 41, "--name", "x"), "at most 40"),
    "an empty key": (("", "--name", "x"), "small letters, digits and dashes"),
    "a blank name": (("harbour", "--name", "  "), "a name of 1 to 120 letters"),
    "a name of 121 letters": (("harbour", "--name", "x" * 121), "a name of 1 to 120 letters"),
    "no name": (("harbour",), "--name"),
    "a time zone nobody knows": (
        ("harbour", "--name", "x", "--time-zone", "London"),
        "There is no time zone 'London'. Write it like Europe/London.",
    ),
    "a time zone on another path": (
        ("harbour", "--name", "x", "--time-zone", "../../etc/passwd"),
        "There is no time zone",
    ),
    "a manager without a domain": (
        ("harbour", "--name", "x", "--manager", "dev"),
        "'dev' is no e-mail address.",
    ),
    "a manager with two dots": (
        ("harbour", "--name", "x", "--manager", "dev@example..org"),
        "is no e-mail address.",
    ),
    "a manager with a second line": (
        ("harbour", "--name", "x", "--manager", "dev@example.org\nBcc: x@y.org"),
        "is no e-mail address.",
    ),
}


@pytest.mark.parametrize(("words", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_refuses_before_anything_is_made(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    said = capsys.readouterr()
    assert ended.value.code == command_line.USAGE_ERROR
    assert sentence in said.err
    assert said.out == ""


@pytest.mark.parametrize("words", [(), ("organisation",), ("organisatoin",), ("serve", "now")])
def test_a_command_that_is_none_is_refused_with_those_there_are(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(words)
    assert ended.value.code == command_line.USAGE_ERROR
    assert "usage: cors" in capsys.readouterr().err


def test_every_command_says_in_help_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(["--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    for name in ("demo", "events", "figures", "import", "migrate", "organisation", "serve", "test"):
        assert re.search(rf"^    {name}\s+\w+ ", said, re.MULTILINE), name


def test_a_mistake_that_a_person_can_mend_is_one_sentence_and_no_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuses(args: argparse.Namespace) -> int:
        raise Refused("Port 80 is taken.")

    monkeypatch.setattr(organisation, "add_organisation", refuses)
    assert run(*RIGHT) == command_line.USAGE_ERROR
    assert capsys.readouterr().err == "Port 80 is taken.\n"
