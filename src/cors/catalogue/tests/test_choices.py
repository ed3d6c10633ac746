import pytest

from cors.catalogue.actions import add_own_entry, relabel_entry, switch_entry
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.catalogue.kinds import KINDS
from cors.catalogue.schema.entries import ContactKind, OutcomeType
from cors.catalogue.shipped import shipped
from tests.stage.personas import Stage


def keys(catalogue: Catalogue, kind: str) -> list[str]:
    return [entry.key for entry in catalogue.entries(kind)]


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"measure"}))
def test_offers_what_is_shipped_where_nothing_was_chosen(stage: Stage, kind: str) -> None:
    catalogue = catalogue_of(stage.organisation.pk)
    assert keys(catalogue, kind) == list(shipped().entries(kind))


def test_offers_measures_that_need_no_licence_and_knows_the_others(stage: Stage) -> None:
    catalogue = catalogue_of(stage.organisation.pk)
    free = [
        each.key
        for each in shipped().measures.values()
        if each.score_only or (each.is_worded and each.licence.letter in "AO")
    ]
    assert keys(catalogue, "measure") == free
    assert list(catalogue.known("measure")) == list(shipped().measures)
    assert catalogue.label("measure", "core-10") == "CORE-10"


def test_offers_no_entry_that_is_off_and_still_knows_its_label(stage: Stage) -> None:
    switch_entry(kind="barrier_type", key="debts", is_on=False, by=stage.dev)
    catalogue = catalogue_of(stage.organisation.pk)
    assert "debts" not in keys(catalogue, "barrier_type")
    assert not catalogue.has("barrier_type", "debts")
    assert not catalogue.is_on("barrier_type", "debts")
    assert catalogue.label("barrier_type", "debts") == "Debts"


def test_shows_the_label_of_the_organisation(stage: Stage) -> None:
    relabel_entry(kind="life_area", key="housing", label="Home", by=stage.dev)
    catalogue = catalogue_of(stage.organisation.pk)
    assert catalogue.label("life_area", "housing") == "Home"
    assert shipped().life_areas["housing"].label == "Housing"


def test_offers_own_entries_after_those_shipped(stage: Stage) -> None:
    for label in ("Sailing", "Night fishing"):
        add_own_entry(kind="intervention_type", label=label, by=stage.dev)
    catalogue = catalogue_of(stage.organisation.pk)
    assert keys(catalogue, "intervention_type")[-2:] == ["own-night-fishing", "own-sailing"]
    assert catalogue.is_own("intervention_type", "own-sailing")


def test_gives_own_entries_what_their_kind_asks_for(stage: Stage) -> None:
    add_own_entry(kind="outcome_type", label="Got a boat", life_area="housing", by=stage.dev)
    add_own_entry(kind="contact_kind", label="On the pier", by=stage.dev)
    catalogue = catalogue_of(stage.organisation.pk)
    outcome = catalogue.entry("outcome_type", "own-got-a-boat")
    kind = catalogue.entry("contact_kind", "own-on-the-pier")
    assert isinstance(outcome, OutcomeType)
    assert isinstance(kind, ContactKind)
    assert (outcome.life_area, outcome.is_hard, outcome.can_last) == ("housing", True, True)
    assert set(kind.results) == set(shipped().contact_results)


def test_takes_the_rungs_away_with_their_ladder(stage: Stage) -> None:
    ladder = next(iter(shipped().ladders.values()))
    rung = ladder.rungs[0].key
    assert catalogue_of(stage.organisation.pk).has("outcome_type", rung)
    switch_entry(kind="ladder", key=ladder.key, is_on=False, by=stage.dev)
    assert not catalogue_of(stage.organisation.pk).has("outcome_type", rung)


def test_reads_out_a_key_that_nobody_knows(stage: Stage) -> None:
    catalogue = catalogue_of(stage.organisation.pk)
    assert catalogue.label("barrier_type", "old-key") == "Old key"
    assert not catalogue.has("barrier_type", "old-key")


def test_keeps_organisations_apart(stage: Stage, elsewhere: Stage) -> None:
    switch_entry(kind="barrier_type", key="debts", is_on=False, by=stage.dev)
    assert catalogue_of(elsewhere.organisation.pk).has("barrier_type", "debts")
