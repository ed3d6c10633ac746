"""Who may ask which questions: making no profit, and words under a licence of one's own."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cors.access.scope import within
from cors.audit.models import Event
from cors.catalogue.actions import (
    declare_noncommercial,
    end_wording,
    load_wording,
    withdraw_noncommercial,
)
from cors.catalogue.choices import catalogue_of
from cors.catalogue.models import Licence
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage, browser_of

WORDING = (
    'measure = "wemwbs"\nversion = "1"\nlicence = "W-1"\n[items]\n'
    + "".join(f'item-{at} = "Made-up statement {at}"\n' for at in range(1, 15))
    + "[answers]\n"
    + "".join(f'{at} = "Made-up answer {at}"\n' for at in range(1, 6))
)


def offered(stage: Stage) -> set[str]:
    return {entry.key for entry in catalogue_of(stage.organisation.pk).entries("measure")}


def test_measures_for_who_makes_no_profit_come_with_the_word_and_go_with_it(stage: Stage) -> None:
    assert "core-10" not in offered(stage)
    assert {"core-10-total", "k10-1-5", "ladder-housing"} <= offered(stage)
    declare_noncommercial(on=TODAY, by=stage.dev)
    assert {"core-10", "core-om", "who-5", "audit", "gse", "dudit", "dast-10"} <= offered(stage)
    withdraw_noncommercial(on=TODAY, by=stage.dev)
    assert "core-10" not in offered(stage)


def test_a_shell_is_offered_once_its_words_are_loaded_and_no_longer(stage: Stage) -> None:
    assert "wemwbs" not in offered(stage)
    load_wording(text=WORDING, on=TODAY, by=stage.dev)
    assert "wemwbs" in offered(stage)
    found = catalogue_of(stage.organisation.pk).measure("wemwbs")
    assert found is not None
    assert found.items[0].text == "Made-up statement 1"
    assert found.items[3].options[0].label == "Made-up answer 1"
    end_wording(measure="wemwbs", on=TODAY, by=stage.dev)
    assert "wemwbs" not in offered(stage)


def test_words_loaded_again_take_the_place_of_the_ones_before(stage: Stage) -> None:
    load_wording(text=WORDING, on=TODAY, by=stage.dev)
    load_wording(text=WORDING.replace("statement", "sentence"), on=TODAY, by=stage.dev)
    assert Licence.of(stage.organisation.pk).count() == 1
    found = catalogue_of(stage.organisation.pk).measure("wemwbs")
    assert found is not None
    assert found.items[13].text == "Made-up sentence 14"


def test_words_belong_to_the_organisation_that_loaded_them(stage: Stage, elsewhere: Stage) -> None:
    load_wording(text=WORDING, on=TODAY, by=stage.dev)
    declare_noncommercial(on=TODAY, by=stage.dev)
    with within(elsewhere.organisation.pk):
        assert not {"wemwbs", "core-10"} & offered(elsewhere)


WRONG = {
    "a question left out": ('item-7 = "Made-up statement 7"\n', "", "wording: items.item-7"),
    "a question too many": ("[answers]", 'item-15 = "More"\n[answers]', "items.item-15: is not"),
    "an answer left out": ('4 = "Made-up answer 4"\n', "", "wording: answers.4: is missing"),
    "another version": ('version = "1"', 'version = "2"', "version: must be 1"),
    "no licence": ('licence = "W-1"\n', "", "licence: is missing"),
    "a measure that has its words": ('"wemwbs"', '"phq-9"', "PHQ-9 has no slots to fill"),
    "a measure that nobody knows": ('"wemwbs"', '"sunshine"', "is not a measure"),
    "no TOML": ("[items]", "[items", "wording: file: is not TOML"),
}


@pytest.mark.parametrize(("old", "new", "says"), WRONG.values(), ids=WRONG.keys())
def test_a_wording_that_does_not_fit_is_refused(
    stage: Stage, old: str, new: str, says: str
) -> None:
    assert old in WORDING
    with pytest.raises(Refused) as refused:
        load_wording(text=WORDING.replace(old, new), on=TODAY, by=stage.dev)
    assert says in refused.value.sentence
    assert refused.value.field == "file"
    assert not Licence.objects.exists()


def test_what_makes_no_sense_is_refused_in_a_sentence(stage: Stage) -> None:
    tomorrow = stage.organisation.today() + timedelta(days=1)
    with pytest.raises(Refused, match="still to come"):
        declare_noncommercial(on=tomorrow, by=stage.dev)
    with pytest.raises(Refused, match="nothing to take back"):
        withdraw_noncommercial(on=TODAY, by=stage.dev)
    with pytest.raises(Refused, match="which measure"):
        end_wording(measure="", on=TODAY, by=stage.dev)
    with pytest.raises(Refused, match="200 characters"):
        load_wording(text=WORDING.replace("W-1", "W" * 201), on=TODAY, by=stage.dev)
    declare_noncommercial(on=TODAY, by=stage.dev)
    with pytest.raises(Refused, match="already"):
        declare_noncommercial(on=TODAY, by=stage.dev)


def test_only_who_sets_up_may_declare_or_load(stage: Stage) -> None:
    with pytest.raises(NotAllowed):
        declare_noncommercial(on=TODAY, by=stage.amina)
    with pytest.raises(NotAllowed):
        load_wording(text=WORDING, on=TODAY, by=stage.amina)
    assert not Licence.objects.exists()


def test_nothing_is_written_when_the_audit_fails(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        declare_noncommercial(on=TODAY, by=stage.dev)
    with pytest.raises(audit_fails):
        load_wording(text=WORDING, on=TODAY, by=stage.dev)
    assert not Licence.objects.exists()


def test_who_declared_what_is_written_down(stage: Stage) -> None:
    declare_noncommercial(on=TODAY, by=stage.dev)
    load_wording(text=WORDING, on=TODAY, by=stage.dev)
    verbs = list(Event.objects.order_by("at").values_list("verb", flat=True))
    assert verbs[-2:] == ["declare_noncommercial", "load_wording"]


def test_the_page_declares_loads_and_takes_back(stage: Stage) -> None:
    browser, page = browser_of(stage.dev), reverse("catalogue:licences")
    assert "We make no profit" in browser.get(page).content.decode()
    no_profit = reverse("catalogue:no_profit")
    shown = browser.post(no_profit, {"declares": "1"}, follow=True).content.decode()
    assert "declared that it makes no profit" in shown
    assert "© CORE System Trust" in shown
    file = SimpleUploadedFile("wemwbs.toml", WORDING.encode())
    loaded = browser.post(reverse("catalogue:load_wording"), {"file": file}, follow=True)
    assert "The words are in their slots" in loaded.content.decode()
    assert {"core-10", "wemwbs"} <= offered(stage)
    browser.post(reverse("catalogue:end_wording", args=["wemwbs"]))
    browser.post(no_profit, {"declares": "0"})
    assert not {"core-10", "wemwbs"} & offered(stage)


@pytest.mark.parametrize(
    ("sent", "says"),
    [(None, "Choose a file"), (b"\xff\xfe\x00", "UTF-8"), (b"x" * 200_001, "200 KB")],
)
def test_a_file_that_cannot_be_read_is_refused_on_the_page(
    stage: Stage, sent: bytes | None, says: str
) -> None:
    data = {} if sent is None else {"file": SimpleUploadedFile("w.toml", sent)}
    answer = browser_of(stage.dev).post(reverse("catalogue:load_wording"), data, follow=True)
    assert says in answer.content.decode()
