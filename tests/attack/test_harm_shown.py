"""Whatever is typed stands on pages, in drawings and in files as words, never as a command."""

import csv
import io
from typing import Any
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from django.http import HttpResponse
from django.test import Client as Browser

from cors.access.models import Membership
from cors.catalogue.actions import relabel_entry, rename_service
from cors.clients.actions import add_contact_point, edit_client, raise_alert
from cors.contacts.actions import record_contact
from cors.contacts.entry import NewBarrier, NewMoment, NewStep, PersonEntry
from cors.plans.actions import end_goal, get_back_on_track, reword_goal, start_intervention
from cors.reports.csv_file import harmless
from cors.reviews.actions import hold_review
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

SCRIPT = "</title></desc></svg></text><script>alert(1)</script>"
QUOTES = '"\'><img src=x onerror=alert(1)> x="y'
CODES = "&lt;b&gt; &#60;script&#62; ]]> <!-- {{ 7|add:7 }} {% debug %} ${7*7}"
TURNED = "abc\u202e\u2066<b>def\u2069\u200b\ufeff"
ALL = [SCRIPT, QUOTES, CODES, TURNED]
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\ufeff=1", "\u00a0=1",
    "\u200b@x", "\x00=1", "\u202e=1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "＝1+1",
    "%0A=1", ";=1", '"=1',
]  # fmt: skip


def _said_everywhere(stage: Stage, hana: Hana, words: str) -> None:
    """Put the words into every text about Hana."""
    by, today = stage.amina, stage.organisation.today()
    edit_client(client=hana.client, by=by, name=words, needs=words, pronouns=words, language=words)
    raise_alert(client=hana.client, words=words, on=today, by=by)
    add_contact_point(
        client=hana.client, kind="mobile", value=words, safety="care", rule=words, on=today, by=by
    )
    get_back_on_track(moment=hana.setback, on=today, by=by, what_helped=words)
    reword_goal(goal=hana.goal, words=words, on=today, by=by, agreed_words=words)
    start_intervention(
        case=hana.case, type_key=hana.work.type_key, on=today, by=by, words=words,
        barriers=[hana.barrier],
    )  # fmt: skip
    entry = PersonEntry(
        case=hana.case,
        note=words,
        moments=[NewMoment("success", words, hana.goal), NewMoment("setback", words, hana.goal)],
        barrier=NewBarrier("low-mood", words, [hana.goal]),
        step=NewStep(words, "worker", today, hana.goal),
    )
    record_contact(kind="call", on=today, by=by, form_key=uuid4(), people=[entry])
    said: dict[str, Any] = dict.fromkeys(("client_words", "worker_words", "what_helped"), words)
    hold_review(case=hana.case, on=today, by=by, form_key=uuid4(), goals=[], **said)


def _pages(browser: Browser, hana: Hana) -> list[tuple[str, str]]:
    addresses = (
        "/", "/people/", f"/people/{hana.client.pk}/", f"/cases/{hana.case.pk}/",
        f"/cases/{hana.case.pk}/timeline/", f"/cases/{hana.case.pk}/history/",
        f"/cases/{hana.case.pk}/review/", f"/record/{hana.case.pk}/", f"/goals/{hana.goal.pk}/",
        f"/reviews/{hana.review.pk}/", "/figures/starts/people/", f"/people/{hana.client.pk}/edit/",
        f"/people/{hana.client.pk}/erase/", f"/people/{hana.client.pk}/alerts/",
        f"/people/{hana.client.pk}/contact/", f"/cases/{hana.case.pk}/moments/new/", "/waiting/",
        "/record/", "/settings/", "/figures/",
    )  # fmt: skip
    answers: list[tuple[str, Any]] = [(url, browser.get(url)) for url in addresses]
    assert {answer.status_code for _, answer in answers} <= {200, 403}
    return [(url, answer.content.decode()) for url, answer in answers]


@pytest.mark.parametrize("words", ALL, ids=range(len(ALL)))
def test_no_word_about_a_person_becomes_markup_on_any_page(
    stage: Stage, hana: Hana, words: str
) -> None:
    _said_everywhere(stage, hana, words)
    for who in ("amina", "dev"):
        for url, page in _pages(browser_of(stage.member(who)), hana):
            assert "<script>alert" not in page, url
            assert "<img src=x" not in page, url
            assert "<b>def" not in page, url
            assert "]]> <!--" not in page, url


@pytest.mark.parametrize("words", ALL, ids=range(len(ALL)))
def test_the_journey_stays_one_well_formed_picture(stage: Stage, hana: Hana, words: str) -> None:
    _said_everywhere(stage, hana, words)
    page = browser_of(stage.amina).get(f"/cases/{hana.case.pk}/").content.decode()
    pictures = [f"<svg{part.split('</svg>')[0]}</svg>" for part in page.split("<svg")[1:]]
    drawn = [picture for picture in pictures if "j-water" in picture]
    assert drawn
    for picture in drawn:
        root = ElementTree.fromstring(picture)
        names = {each.tag.rpartition("}")[2] for each in root.iter()}
        assert names.isdisjoint({"script", "img", "foreignObject", "b", "use"})
        links = [each.get("href", "") for each in root.iter() if each.tag.endswith("a")]
        assert not [link for link in links if link and link[0] not in "#/"]
        assert not [key for each in root.iter() for key in each.attrib if key.startswith("on")]


def test_fifty_thousand_letters_are_refused_or_shown_and_break_nothing(
    stage: Stage, hana: Hana
) -> None:
    browser, long = browser_of(stage.amina), "ab" * 25_000
    day = stage.organisation.today().isoformat()
    for page, given in (
        (f"/people/{hana.client.pk}/edit/", {"name": long}),
        (f"/cases/{hana.case.pk}/goals/new/", {"words": long, "life_area": "housing"}),
        (f"/cases/{hana.case.pk}/moments/new/", {"kind": "success", "words": long}),
        (f"/people/{hana.client.pk}/alerts/", {"words": long}),
        (f"/cases/{hana.case.pk}/review/", {"client_words": long, "form_key": str(uuid4())}),
        (f"/cases/{hana.case.pk}/pause/", {"words": long}),
        (f"/people/{hana.client.pk}/consents/", {"purpose": "record", "read_out": long}),
        (f"/record/{hana.case.pk}/", {"kind": "call", "note": long, "form_key": str(uuid4())}),
    ):
        answer: HttpResponse = browser.post(page, given | {"on": day})  # type: ignore[assignment]
        assert answer.status_code in (200, 302, 422), page
    assert browser.get(f"/cases/{hana.case.pk}/").status_code == 200


def _relabel(stage: Stage, words: str) -> None:
    manager: Membership = stage.dev
    rename_service(service=stage.service, name=words, by=manager)
    relabel_entry(kind="life_area", key="housing", label=words, by=manager)


@pytest.mark.parametrize(
    "words", ["=1+1", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "+x", SCRIPT[-30:]]
)
def test_names_of_ones_own_run_neither_in_a_spreadsheet_nor_on_a_page(
    stage: Stage, hana: Hana, words: str
) -> None:
    end_goal(goal=hana.goal, how="reached", on=stage.organisation.today(), by=stage.amina)
    _relabel(stage, words)
    browser = browser_of(stage.dev)
    content = browser.get("/figures/figures.csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content)) for cell in row]
    assert any(words in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in "=+@" and not cell[1:2].isdigit() and cell]
    assert browser.get("/figures/figures.pdf").content.startswith(b"%PDF")
    for page in ("/figures/", "/settings/services/", f"/cases/{hana.case.pk}/"):
        assert "<script>alert" not in browser.get(page).content.decode()


@pytest.mark.parametrize("cell", FORMULAS, ids=range(len(FORMULAS)))
def test_no_cell_starts_a_formula_however_it_hides(cell: str) -> None:
    shown = harmless(cell)
    bare = shown.lstrip("\t\r\n \ufeff\u00a0\u200b\x00\u202e")
    assert not bare.startswith(("=", "+", "-", "@", "＝"))
