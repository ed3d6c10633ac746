"""The kinds of entries that an organisation sets up for itself, in the order of set-up."""

from dataclasses import dataclass

from cors.catalogue.own_entries import READERS


@dataclass(frozen=True, slots=True)
class Kind:
    """What a list is called on the screen, and what one of its entries is."""

    key: str
    title: str
    one: str
    hint: str
    can_relabel: bool = True

    @property
    def takes_own(self) -> bool:
        return self.key in READERS

    @property
    def asks_life_area(self) -> bool:
        return self.key in ("barrier_type", "intervention_type", "outcome_type")


KINDS = {
    kind.key: kind
    for kind in (
        Kind("referral_source", "Who points people our way", "source", "Chosen with a referral."),
        Kind("contact_kind", "Ways of being in touch", "way", "Chosen with each contact."),
        Kind("life_area", "Life areas", "life area", "Parts of life that a goal can lie in."),
        Kind("barrier_type", "What stands in the way", "barrier", "Chosen with a barrier."),
        Kind("intervention_type", "What is done", "way to help", "Chosen with what you start."),
        Kind("outcome_type", "Outcomes", "outcome", "Results that one can see and show."),
        Kind("ladder", "Ladders of small steps", "ladder", "Off takes its rungs away too."),
        Kind("measure", "Measures", "measure", "Scales that can be taken.", can_relabel=False),
        Kind("ending_reason", "Why support ends", "reason", "Chosen when a case is closed."),
    )
}
